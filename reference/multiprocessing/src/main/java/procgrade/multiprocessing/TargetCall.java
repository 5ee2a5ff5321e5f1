package procgrade.multiprocessing;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/**
 * A target and its arguments, as they travel.
 *
 * <p>A lambda or method reference travels as the method it stands for, found by reflection in the child;
 * linking it anew there, as Java serialization does, would cost each child 23 ms.
 */
final class TargetCall {
    private static final int METHOD = 0;
    private static final int OBJECT = 1;

    private final Target target;
    private final SerializedLambda lambda;
    private final List<Object> arguments;

    private TargetCall(Target target, SerializedLambda lambda, List<Object> arguments) {
        this.target = target;
        this.lambda = lambda;
        this.arguments = arguments;
    }

    static TargetCall of(Target target, List<Object> arguments) {
        return new TargetCall(target, lambdaOf(target), arguments);
    }

    private static SerializedLambda lambdaOf(Target target) {
        try {
            Method method = target.getClass().getDeclaredMethod("writeReplace");
            method.setAccessible(true);
            return method.invoke(target) instanceof SerializedLambda lambda ? lambda : null;
        } catch (ReflectiveOperationException notALambda) {
            return null;
        }
    }

    /** The classes whose globals the target can see. */
    Collection<Class<?>> classes() {
        Collection<Class<?>> classes = new LinkedHashSet<>();
        if (lambda == null) {
            classes.add(target.getClass());
        } else {
            classes.add(find(lambda.getImplClass()));
            classes.add(find(lambda.getCapturingClass()));
        }
        return classes;
    }

    private Class<?> find(String internalName) {
        String name = internalName.replace('/', '.');
        ClassLoader loader = target.getClass().getClassLoader();
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("cannot find the target's class " + name + "; compile it first", e);
        }
    }

    void write(Encoder out) {
        if (lambda == null) {
            out.write(OBJECT);
            out.value(target);
            writeAll(out, arguments);
            return;
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            all.add(lambda.getCapturedArg(i));
        }
        all.addAll(arguments);
        out.write(METHOD);
        out.integer(lambda.getImplMethodKind());
        out.text(lambda.getImplClass());
        out.text(lambda.getImplMethodName());
        out.text(lambda.getImplMethodSignature());
        writeAll(out, all);
    }

    /** Writes a process whose class overrides run: the object itself is the target. */
    static void writeSubclass(Encoder out, Process process) {
        out.write(OBJECT);
        out.value(process);
        out.integer(0);
    }

    private static void writeAll(Encoder out, List<Object> values) {
        out.integer(values.size());
        for (Object value : values) {
            Values.write(out, value);
        }
    }

    /** Reads a call in the child. */
    static ReadyCall read(Decoder in) throws ReflectiveOperationException {
        if (in.raw() == OBJECT) {
            Object target = in.value();
            List<Object> arguments = readAll(in);
            if (target instanceof Process process) {
                CurrentProcess.become(process);
            }
            return new ReadyCall(target, publicRun(target, arguments.size()), arguments);
        }
        int kind = (int) in.integer();
        Class<?> type = Class.forName(in.text().replace('/', '.'), true, ClassLoader.getSystemClassLoader());
        String name = in.text();
        Class<?>[] parameters = MethodType.fromMethodDescriptorString(in.text(), type.getClassLoader())
                .parameterArray();
        List<Object> arguments = readAll(in);
        if (kind == MethodHandleInfo.REF_newInvokeSpecial) {
            return new ReadyCall(null, type.getDeclaredConstructor(parameters), arguments);
        }
        Object receiver = kind == MethodHandleInfo.REF_invokeStatic ? null : arguments.remove(0);
        return new ReadyCall(receiver, type.getDeclaredMethod(name, parameters), arguments);
    }

    private static List<Object> readAll(Decoder in) {
        List<Object> values = new ArrayList<>();
        for (long count = in.integer(); count > 0; count--) {
            values.add(Values.read(in));
        }
        return values;
    }

    /** A class of the program that implements one of the target interfaces: its run method, whatever its arity. */
    private static Method publicRun(Object target, int arity) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals("run") && method.getParameterCount() == arity && !method.isBridge()) {
                return method;
            }
        }
        throw new IllegalStateException("the target " + target.getClass().getName() + " has no public method run with "
                + arity + " arguments; declare one");
    }

    /**
     * A call that is ready to be made.
     *
     * @param receiver the object whose method is called, null for static methods and constructors
     * @param callee the method or constructor
     * @param arguments its arguments
     */
    record ReadyCall(Object receiver, Executable callee, List<Object> arguments) {
        void run() throws Throwable {
            callee.setAccessible(true);
            try {
                if (callee instanceof Method method) {
                    method.invoke(receiver, arguments.toArray());
                } else {
                    ((Constructor<?>) callee).newInstance(arguments.toArray());
                }
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
