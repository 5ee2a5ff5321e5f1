package procgrade.multiprocessing.globals;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file says about other classes and about its static initializer (The Java Virtual Machine
 * Specification, chapter 4). Reading it does not initialize the class, which reflection would.
 */
final class ClassFile {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;

    private final int[] tags;
    private final int[] numbers;

    /** The second number of constants that have two: where the name and type of a member are. */
    private final int[] seconds;

    private final String[] texts;
    private final Set<String> constants;
    private final byte[] initializer;

    private ClassFile(
            int[] tags, int[] numbers, int[] seconds, String[] texts, Set<String> constants, byte[] initializer) {
        this.tags = tags;
        this.numbers = numbers;
        this.seconds = seconds;
        this.texts = texts;
        this.constants = constants;
        this.initializer = initializer;
    }

    /** Reads a class's file; null if there is none or it is damaged. */
    static ClassFile of(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
            return in == null ? null : parse(in.readAllBytes());
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    static ClassFile parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        int[] tags = new int[count];
        int[] numbers = new int[count];
        int[] seconds = new int[count];
        String[] texts = new String[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case UTF8 -> texts[i] = in.readUTF();
                case CLASS -> numbers[i] = in.readUnsignedShort();
                case 9, 10, 11, NAME_AND_TYPE -> {
                    numbers[i] = in.readUnsignedShort();
                    seconds[i] = in.readUnsignedShort();
                }
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 17, 18 -> in.skipNBytes(4);
                case LONG, DOUBLE -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("unknown constant " + tags[i]);
            }
        }
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        Set<String> constants = findConstants(in, texts);
        return new ClassFile(tags, numbers, seconds, texts, constants, findInitializer(in, texts));
    }

    private static Set<String> findConstants(DataInputStream in, String[] texts) throws IOException {
        Set<String> constants = new HashSet<>();
        int fields = in.readUnsignedShort();
        for (int i = 0; i < fields; i++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                if ("ConstantValue".equals(texts[in.readUnsignedShort()])) {
                    constants.add(name);
                }
                in.skipNBytes(in.readInt());
            }
        }
        return constants;
    }

    private static byte[] findInitializer(DataInputStream in, String[] texts) throws IOException {
        int methods = in.readUnsignedShort();
        for (int i = 0; i < methods; i++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2);
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                String attribute = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if ("<clinit>".equals(name) && "Code".equals(attribute)) {
                    in.skipNBytes(4);
                    return in.readNBytes(in.readInt());
                }
                in.skipNBytes(length);
            }
        }
        return new byte[0];
    }

    /** The names of all classes that this one mentions, itself among them, arrays not. */
    List<String> mentionedClasses() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < numbers.length; i++) {
            if (tags[i] == CLASS) {
                String name = texts[numbers[i]];
                if (!name.startsWith("[")) {
                    names.add(name.replace('/', '.'));
                }
            }
        }
        return names;
    }

    /** The names of the fields that are constants at compile time: code that uses them holds their values. */
    Set<String> constants() {
        return constants;
    }

    /** The code of the static initializer, empty if there is none. */
    byte[] initializer() {
        return initializer;
    }

    /** The class named by a constant, in the file's form ({@code java/util/List}). */
    String className(int index) {
        return texts[numbers[index]];
    }

    /** The class that owns the field or method of a constant. */
    String owner(int index) {
        return className(numbers[index]);
    }

    /** The name of the field or method of a constant. */
    String member(int index) {
        return texts[numbers[seconds[index]]];
    }
}
