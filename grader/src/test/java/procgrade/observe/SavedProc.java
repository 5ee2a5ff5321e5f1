package procgrade.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripted twin of {@link ProcFs}: parts of a {@code /proc} that {@link ProcRecorder} has saved. One entry per line:
 *
 * <pre>
 * # comment
 * file PATH CONTENT              CONTENT with \n, \t, \\ and \xHH
 * link PATH TYPE DEVICE INODE TARGET
 * file PATH@OFFSET CONTENT       a part of a file
 * refused PATH                   reading it gives {@link Availability#UNREADABLE}
 * </pre>
 *
 * Whatever is not there is {@link Availability#GONE}.
 */
public final class SavedProc implements ProcFs {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(n|t|\\\\|x[0-9a-f]{2})");

    private final Map<String, Observed<byte[]>> files = new HashMap<>();
    private final Map<String, Observed<Link>> links = new HashMap<>();

    private SavedProc() {}

    /** Reads {@code proc/NAME.proc} of the test resources. */
    public static SavedProc load(String name) {
        String resource = "/proc/" + name + ".proc";
        try (InputStream in = SavedProc.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no test resource " + resource);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SavedProc of(String text) {
        SavedProc saved = new SavedProc();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(saved::add);
        return saved;
    }

    /** A copy with more entries; later ones replace earlier ones. */
    public SavedProc with(String... lines) {
        SavedProc copy = new SavedProc();
        copy.files.putAll(files);
        copy.links.putAll(links);
        Arrays.stream(lines).forEach(copy::add);
        return copy;
    }

    /** A copy without one entry, as if it had vanished. */
    public SavedProc without(String path) {
        SavedProc copy = with();
        copy.files.remove(path);
        copy.links.remove(path);
        return copy;
    }

    private void add(String line) {
        String[] fields = line.split(" ", 3);
        switch (fields[0]) {
            case "file" -> files.put(fields[1], Observed.of(unescaped(fields.length < 3 ? "" : fields[2])));
            case "link" -> links.put(fields[1], Observed.of(link(fields[2].split(" ", 4))));
            case "refused" -> {
                files.put(fields[1], Observed.unreadable());
                links.put(fields[1], Observed.unreadable());
            }
            default -> throw new IllegalArgumentException("not a line of a saved /proc: '" + line + "'");
        }
    }

    private static Link link(String[] fields) {
        return new Link(fields[3], FileType.valueOf(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    }

    static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = ESCAPE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            bytes.writeBytes(text.substring(end, matcher.start()).getBytes(StandardCharsets.US_ASCII));
            bytes.write(
                    switch (matcher.group(1).charAt(0)) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'x' -> Integer.parseInt(matcher.group(1).substring(1), 16);
                        default -> '\\';
                    });
            end = matcher.end();
        }
        bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @Override
    public Observed<byte[]> read(String path, int limitBytes) {
        Observed<byte[]> file = files.getOrDefault(path, Observed.gone());
        return file.isKnown()
                ? Observed.of(Arrays.copyOf(file.value(), Math.min(limitBytes, file.value().length)))
                : file;
    }

    /** A part must have been saved as a file of its own, {@code PATH@OFFSET}. */
    @Override
    public Observed<byte[]> readAt(String path, long offset, int length) {
        return read(path + "@" + offset, length);
    }

    @Override
    public Observed<byte[]> readUserFile(String path, int limitBytes) {
        return read(path, limitBytes);
    }

    /** The threads of a process share its descriptors, so those are saved only once. */
    @Override
    public Observed<Link> link(String path) {
        return links.getOrDefault(path.replaceFirst("/task/[0-9]+/fd/", "/fd/"), Observed.gone());
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(links.keySet());
        return paths;
    }

    @Override
    public Observed<List<Long>> numbers(String directory, int limit) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<Long> numbers = new TreeSet<>();
        for (String path : paths()) {
            if (path.startsWith(prefix)) {
                String name = path.substring(prefix.length()).split("/", 2)[0];
                if (name.matches("[0-9]+")) {
                    numbers.add(Long.valueOf(name));
                }
            }
        }
        if (files.getOrDefault(directory, Observed.gone()).availability() == Availability.UNREADABLE) {
            return Observed.unreadable();
        }
        return numbers.isEmpty() && !directory.isEmpty()
                ? Observed.gone()
                : Observed.of(numbers.stream().limit(limit).toList());
    }
}
