package procgrade.rubric;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The methods of a class in the order of its source. Reflection promises no order, but the compiler writes methods as
 * it reads them, so their order is in the class file (Java Virtual Machine Specification, chapter 4.1).
 */
final class MethodsAsWritten {
    private static final int MAGIC = 0xCAFEBABE;

    private MethodsAsWritten() {}

    /** The methods that the class itself declares; in the order of names if its class file is out of reach. */
    static List<Method> of(Class<?> type) {
        List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
        methods.removeIf(Method::isSynthetic);
        List<String> names = names(type);
        methods.sort(Comparator.comparingInt((Method method) -> names.indexOf(method.getName()))
                .thenComparing(Method::getName));
        return methods;
    }

    private static List<String> names(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? List.of() : names(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + type.getName(), e);
        }
    }

    static List<String> names(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no class file");
        }
        in.skipNBytes(4);
        String[] texts = constants(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        members(in, texts);
        return members(in, texts);
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // a constant of eight bytes takes two places
                    i++;
                }
                default -> throw new IOException("the class file has a constant of the unknown kind " + tag);
            }
        }
        return texts;
    }

    private static List<String> members(DataInputStream in, String[] texts) throws IOException {
        List<String> names = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            names.add(texts[in.readUnsignedShort()]);
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
        return names;
    }
}
