package procgrade.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.submission.EnvironmentFault;

/**
 * A Java source, and what can be seen in it without a compiler.
 *
 * @param path in the submission
 * @param text its content without a byte order mark
 * @param isLatin1 whether it is not UTF-8 and was taken for ISO-8859-1
 * @param packageName what its package line says, without blanks; empty if there is none
 * @param types names of its top-level types, in order
 * @param hasMain whether a method main seems to be in it
 */
record JavaSource(String path, String text, boolean isLatin1, String packageName, List<String> types, boolean hasMain) {
    // Nothing here may take a second look at the same letters, not even \\b, which looks back over all combining marks:
    // a source has millions of them if it likes.
    private static final Pattern PACKAGE = Pattern.compile("(?:^|[;\\s])package\\s++");
    private static final Pattern NAME = Pattern.compile("([^;{}()]{1,500}+);");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w$])(?:class|interface|enum|record)\\s++([\\w$]++)");
    private static final Pattern MAIN = Pattern.compile("(?<![\\w$])main\\s*+\\(");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    static JavaSource read(Path folder, String path) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            String utf8 = decode(bytes);
            boolean latin1 = utf8 == null;
            return of(path, latin1 ? new String(bytes, StandardCharsets.ISO_8859_1) : utf8, latin1);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read " + folder.resolve(path) + ": " + cause.getMessage(), "grade the submission again");
        }
    }

    /** Null if it is not UTF-8. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    static JavaSource of(String path, String content, boolean latin1) {
        boolean marked = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
        String text = marked ? content.substring(1) : content;
        String code = CodeText.of(text);
        return new JavaSource(
                path,
                text,
                latin1,
                packageOf(code),
                typesIn(code),
                MAIN.matcher(code).find());
    }

    /** The first such word is the only one in a source that compiles. */
    private static String packageOf(String code) {
        Matcher line = PACKAGE.matcher(code);
        if (!line.find()) {
            return "";
        }
        Matcher name = NAME.matcher(code).region(line.end(), code.length());
        return name.lookingAt() ? name.group(1).replaceAll("[\\s\\p{Cc}]", "") : "";
    }

    private static List<String> typesIn(String code) {
        List<String> types = new ArrayList<>();
        Matcher type = TYPE.matcher(code);
        int depth = 0;
        int at = 0;
        while (type.find()) {
            for (; at < type.start(); at++) {
                depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            }
            if (depth == 0) {
                types.add(type.group(1));
            }
        }
        return types;
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Path of the folder it is in, with a final slash; empty for the submission's own. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The full name of a type in it. */
    String nameOf(String type) {
        return packageName.isEmpty() ? type : packageName + "." + type;
    }
}
