package procgrade.multiprocessing.globals;

import java.util.List;

/**
 * Tells whether running a static initializer early could be noticed: only one that creates collections,
 * boxes numbers, fills arrays and stores into its own class cannot.
 *
 * <p>Walks the code once (The Java Virtual Machine Specification, chapter 6); a jump, a call to anything
 * but the listed packages, or an unknown instruction counts as noticeable.
 */
final class InitializerCheck {
    private static final List<String> HARMLESS = List.of(
            "java/util/",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Double",
            "java/lang/Boolean",
            "java/lang/Character",
            "java/lang/String",
            "java/lang/Object",
            "java/math/",
            "procgrade/multiprocessing/");

    private static final List<String> HARMFUL = List.of(
            "java/util/Scanner",
            "java/util/Timer",
            "java/util/concurrent/Executor",
            "java/util/ServiceLoader",
            "procgrade/multiprocessing/Process",
            "procgrade/multiprocessing/Pool");

    private final ClassFile file;
    private final String self;
    private final byte[] code;

    private InitializerCheck(ClassFile file, String self) {
        this.file = file;
        this.self = self;
        this.code = file.initializer();
    }

    static boolean isHarmless(ClassFile file, String className) {
        return new InitializerCheck(file, className.replace('.', '/')).walk();
    }

    private boolean walk() {
        int at = 0;
        while (at < code.length) {
            int length = step(at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The length of the instruction, 0 if it is not harmless. */
    private int step(int at) {
        int code = this.code[at] & 0xFF;
        if (code <= 0x0F || code == 0xB1) {
            return 1;
        }
        if (code == 0x10 || code == 0x12 || code == 0xBC) {
            return 2;
        }
        if (code == 0x11 || code == 0x13 || code == 0x14) {
            return 3;
        }
        if (isLocalOrArray(code)) {
            return isShort(code) ? 1 : 2;
        }
        return memberStep(code, index(at));
    }

    /** Loads, stores, stack shuffling, arithmetic, conversions. */
    private static boolean isLocalOrArray(int code) {
        return code >= 0x15 && code <= 0x98 && code != 0x84;
    }

    private static boolean isShort(int code) {
        return !(code >= 0x15 && code <= 0x19 || code >= 0x36 && code <= 0x3A);
    }

    private int memberStep(int code, int index) {
        return switch (code) {
            case 0xB2, 0xB3 -> file.owner(index).equals(self) ? 3 : 0;
            case 0xB6, 0xB7, 0xB8 -> allowed(file.owner(index)) ? 3 : 0;
            case 0xB9 -> allowed(file.owner(index)) ? 5 : 0;
            case 0xBB -> allowed(file.className(index)) ? 3 : 0;
            case 0xBD, 0xC0 -> 3;
            case 0xC5 -> 4;
            default -> 0;
        };
    }

    private int index(int at) {
        return at + 2 < code.length ? (code[at + 1] & 0xFF) << 8 | code[at + 2] & 0xFF : 0;
    }

    private static boolean allowed(String owner) {
        return begins(owner, HARMLESS) && !begins(owner, HARMFUL);
    }

    private static boolean begins(String name, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
