package procgrade.multiprocessing.launch;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The options that this process's virtual machine was started with, as far as its children should have
 * them too: memory, system properties, assertions, opened packages.
 *
 * <p>Read from {@code /proc/self/cmdline} ({@code proc(5)}): the management beans would cost 30 ms.
 */
final class ParentFlags {
    /** Options whose value is the next argument. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--limit-modules",
            "--patch-module",
            "--enable-native-access");

    /** Of those, the ones that children get. */
    private static final Set<String> KEPT_WITH_VALUE =
            Set.of("--add-modules", "--add-opens", "--add-exports", "--add-reads", "--enable-native-access");

    private static final List<String> KEPT_PREFIXES = List.of(
            "-D",
            "-Xm",
            "-Xs",
            "-Xint",
            "-Xcomp",
            "-XX:",
            "-ea",
            "-da",
            "-esa",
            "-dsa",
            "-enableassertions",
            "-disableassertions",
            "--enable-preview",
            "--add-",
            "--enable-native-access=");

    /** What belongs to the parent alone: its archives, logs, dumps and recordings. */
    private static final List<String> DROPPED_PREFIXES = List.of(
            "-Xshare",
            "-XX:SharedArchiveFile",
            "-XX:ArchiveClassesAtExit",
            "-XX:+AutoCreateSharedArchive",
            "-XX:AOT",
            "-XX:+AOT",
            "-XX:-AOT",
            "-XX:OnOutOfMemoryError",
            "-XX:OnError",
            "-XX:StartFlightRecording",
            "-XX:FlightRecorderOptions",
            "-XX:SharedClassListFile",
            "-XX:DumpLoadedClassList");

    private ParentFlags() {}

    static List<String> read() {
        try (FileInputStream in = new FileInputStream("/proc/self/cmdline")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
            return select(List.of(all.toString(Charset.defaultCharset()).split("\0")));
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    /** Picks from a whole command line, up to the main class or {@code -jar}. */
    static List<String> select(List<String> commandLine) {
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < commandLine.size(); i++) {
            String option = commandLine.get(i);
            if (!option.startsWith("-") || option.equals("-jar") || option.equals("-m")) {
                break;
            }
            if (WITH_VALUE.contains(option) && i + 1 < commandLine.size()) {
                i++;
                if (KEPT_WITH_VALUE.contains(option)) {
                    kept.add(option);
                    kept.add(commandLine.get(i));
                }
            } else if (begins(option, KEPT_PREFIXES) && !begins(option, DROPPED_PREFIXES)) {
                kept.add(option);
            }
        }
        return kept;
    }

    private static boolean begins(String option, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (option.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
