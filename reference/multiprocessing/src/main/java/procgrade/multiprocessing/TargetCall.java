package procgrade.multiprocessing;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.globals.Globals;
import procgrade.multiprocessing.globals.GlobalsReader;

/**
 * A target and its arguments, as they travel.
 *
 * <p>A lambda or method reference travels as the method it stands for, found by reflection in the child;
 * linking it anew there, as Java serialization does, would cost each child 23 ms.
 */
final class TargetCall {
    private static final int METHOD = 0;
    private static final int OBJECT = 1;

    private static final Map<String, Executable> FOUND = new ConcurrentHashMap<>();

    private final Target target;
    private final SerializedLambda lambda;
    private final List<Object> arguments;

    /** Classes of the program for whose sake one of the library's own methods is called; null: the target's. */
    private final Collection<Class<?>> homes;

    private TargetCall(Target target, SerializedLambda lambda, List<Object> arguments, Collection<Class<?>> homes) {
        this.target = target;
        this.lambda = lambda;
        this.arguments = arguments;
        this.homes = homes;
    }

    static TargetCall of(Target target, List<Object> arguments) {
        return new TargetCall(target, lambdaOf(target), arguments, null);
    }

    static TargetCall onBehalfOf(Collection<Class<?>> homes, Target target, List<Object> arguments) {
        return new TargetCall(target, lambdaOf(target), arguments, homes);
    }

    private static SerializedLambda lambdaOf(Target target) {
        Objects.requireNonNull(
                target, "target must not be null; give a method or a lambda, as in new Process(Main::work)");
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
        if (homes != null) {
            return homes;
        }
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
        write(out, null);
    }

    /** Writes the call of a process that gets globals, too; null if none travel with it. */
    void write(Encoder out, Globals globals) {
        if (lambda == null) {
            out.write(OBJECT);
            Values.writePlain(out, target, globals);
            writeAll(out, arguments, globals);
            return;
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            all.add(lambda.getCapturedArg(i));
        }
        all.addAll(arguments);
        out.write(METHOD);
        out.text(lambda.getImplClass());
        out.text(lambda.getImplMethodName());
        out.text(lambda.getImplMethodSignature());
        writeAll(out, all, globals);
    }

    /** Writes a process whose class overrides run: the object itself is the target. */
    static void writeSubclass(Encoder out, Process process, Globals globals) {
        out.write(OBJECT);
        globals.value(process);
        out.integer(0);
    }

    private static void writeAll(Encoder out, List<Object> values, Globals globals) {
        out.integer(values.size());
        for (Object value : values) {
            Values.writeWith(globals, out, value);
        }
    }

    /** Reads a call in the child. */
    static ReadyCall read(Decoder in) throws ReflectiveOperationException {
        return read(in, null);
    }

    /** Reads a call that travelled together with globals; null if it travelled alone. */
    static ReadyCall read(Decoder in, GlobalsReader globals) throws ReflectiveOperationException {
        return read(in, globals, "run", 0);
    }

    /** Reads the call of a function in a pool's worker, which gives the last arguments when it calls it. */
    static ReadyCall readFunction(Decoder in, int missing) throws ReflectiveOperationException {
        return read(in, null, "call", missing);
    }

    private static ReadyCall read(Decoder in, GlobalsReader globals, String name, int missing)
            throws ReflectiveOperationException {
        if (in.raw() == METHOD) {
            Executable callee = findCallee(in.text(), in.text(), in.text());
            return new ReadyCall(callee, readAll(in, globals));
        }
        Object target = Values.readPlain(in, globals);
        List<Object> arguments = readAll(in, globals);
        if (target instanceof Process process) {
            CurrentProcess.become(process);
        }
        Method method = publicMethod(target, name, arguments.size() + missing);
        arguments.add(0, target);
        return new ReadyCall(method, arguments);
    }

    private static Executable findCallee(String internalType, String name, String descriptor)
            throws ReflectiveOperationException {
        String key = internalType + "." + name + descriptor;
        Executable callee = FOUND.get(key);
        if (callee == null) {
            Class<?> type = Class.forName(internalType.replace('/', '.'), true, ClassLoader.getSystemClassLoader());
            callee = declared(type, name, descriptor);
            callee.setAccessible(true);
            FOUND.put(key, callee);
        }
        return callee;
    }

    /** By descriptor (The Java Virtual Machine Specification 4.3.3); parsing it would load the method handles' classes. */
    private static Executable declared(Class<?> type, String name, String descriptor) throws NoSuchMethodException {
        boolean constructs = name.equals("<init>");
        for (Executable each : constructs ? type.getDeclaredConstructors() : type.getDeclaredMethods()) {
            if ((constructs || each.getName().equals(name))
                    && descriptorOf(each).equals(descriptor)) {
                return each;
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name + descriptor);
    }

    private static String descriptorOf(Executable callee) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> parameter : callee.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        Class<?> result = callee instanceof Method method ? method.getReturnType() : void.class;
        return descriptor.append(')').append(result.descriptorString()).toString();
    }

    private static List<Object> readAll(Decoder in, GlobalsReader globals) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (long count = in.integer(); count > 0; count--) {
            values.add(Values.readWith(globals, in));
        }
        return values;
    }

    /** A class of the program that implements one of the interfaces: their only method, whatever its arity. */
    private static Method publicMethod(Object target, String name, int arity) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arity && !method.isBridge()) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new IllegalStateException("the target " + target.getClass().getName() + " has no public method " + name
                + " with " + arity + " arguments; declare one");
    }

    /**
     * A call that is ready to be made.
     *
     * @param callee the method or constructor
     * @param arguments the receiver, if the method has one, and the first arguments
     */
    record ReadyCall(Executable callee, List<Object> arguments) {
        void run() throws Throwable {
            Object unused = call(List.of());
        }

        /** Makes the call with further arguments. */
        Object call(List<?> more) throws Throwable {
            Object[] all = Arrays.copyOf(arguments.toArray(), arguments.size() + more.size());
            for (int i = 0; i < more.size(); i++) {
                all[arguments.size() + i] = more.get(i);
            }
            try {
                if (callee instanceof Constructor<?> constructor) {
                    return constructor.newInstance(all);
                }
                if (Modifier.isStatic(callee.getModifiers())) {
                    return ((Method) callee).invoke(null, all);
                }
                return ((Method) callee).invoke(all[0], Arrays.copyOfRange(all, 1, all.length));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } catch (IllegalArgumentException mismatch) {
                throw new IllegalArgumentException(
                        "cannot call " + callee + " with " + types(all)
                                + "; give as many arguments as it has parameters, of their types",
                        mismatch);
            }
        }

        private static List<String> types(Object[] values) {
            List<String> types = new ArrayList<>();
            for (Object value : values) {
                types.add(value == null ? "null" : value.getClass().getName());
            }
            return types;
        }
    }
}
