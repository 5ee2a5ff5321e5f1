package procgrade.build;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What is needed of a class file: its superclass, and whether it has a {@code main} that {@code java} can start. The
 * format is that of chapter 4 of the Java Virtual Machine Specification.
 *
 * @param superName full name with slashes; empty for java.lang.Object
 * @param declaresMain whether it declares {@code public static void main(String[])}
 */
record ClassFile(String superName, boolean declaresMain) {
    private static final int PUBLIC_STATIC = 0x0009;
    private static final String MAIN_TYPE = "([Ljava/lang/String;)V";

    /**
     * Whether a program can begin in a class, by its own main or an inherited one.
     *
     * @param classes folder of class files
     * @param name full name of the class, with dots
     */
    static boolean hasMain(Path classes, String name) {
        String next = name.replace('.', '/');
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty() && seen.add(next)) {
            Path file = classes.resolve(next + ".class");
            if (!Files.exists(file)) {
                return false;
            }
            ClassFile found = read(file);
            if (found.declaresMain()) {
                return true;
            }
            next = found.superName();
        }
        return false;
    }

    private static ClassFile read(Path file) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return parse(in);
        } catch (IOException cause) {
            throw new IllegalStateException("javac wrote a class file that cannot be read: " + file, cause);
        }
    }

    private static ClassFile parse(DataInputStream in) throws IOException {
        in.skipNBytes(8); // magic number and version
        Object[] constants = constants(in);
        in.skipNBytes(4); // access flags and this class
        int superIndex = in.readUnsignedShort();
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        skipMembers(in, constants);
        return new ClassFile(superName(constants, superIndex), skipMembers(in, constants));
    }

    private static String superName(Object[] constants, int index) {
        return index == 0 ? "" : (String) constants[(Integer) constants[index]];
    }

    /** Texts, and for classes the index of their name; nothing for other constants. */
    private static Object[] constants(DataInputStream in) throws IOException {
        Object[] constants = new Object[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 7 -> constants[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // long and double take two places
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        return constants;
    }

    /** Passes over fields or methods; whether main is among them. */
    private static boolean skipMembers(DataInputStream in, Object[] constants) throws IOException {
        boolean main = false;
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            int access = in.readUnsignedShort();
            Object name = constants[in.readUnsignedShort()];
            Object type = constants[in.readUnsignedShort()];
            main |= (access & PUBLIC_STATIC) == PUBLIC_STATIC && "main".equals(name) && MAIN_TYPE.equals(type);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
        return main;
    }
}
