package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.ProcessRole;
import procgrade.observe.Timeline;
import procgrade.rubric.RunRequest;
import procgrade.run.Ending;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;

/** Evidence that nobody has observed: every field has any value that its type allows, texts that are hard to write. */
final class MadeEvidence {
    private static final List<String> HARD = List.of(
            "",
            "\u0000",
            "\u0007\u001b[31m\r\n\t\"\\/",
            "\ud800",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\u202e\u2028\u2029\ufeff\uffff",
            "{\"pid\": 1}",
            "\u00fcber");

    private final SplittableRandom random;
    private final Path folder;

    MadeEvidence(long seed, Path folder) {
        this.random = new SplittableRandom(seed);
        this.folder = folder;
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
            text.append(HARD.get(random.nextInt(HARD.size()))).append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    private List<String> texts() {
        return some(this::text);
    }

    private <T> List<T> some(Supplier<T> each) {
        List<T> values = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            values.add(each.get());
        }
        return values;
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private long pid() {
        return random.nextLong(1, 1L << 40);
    }

    /** Of any length that fits, or only some nanoseconds. */
    private Duration time() {
        return Duration.ofNanos(random.nextLong(0, 1L << random.nextInt(1, 63)));
    }

    private ProcessEnd end() {
        return new ProcessEnd(coin(), random.nextInt(256));
    }

    private ProcessRecord process() {
        return new ProcessRecord(
                pid(),
                pid(),
                any(ProcessRecord.Part.class),
                random.nextInt(100),
                new ProcessRole(any(ProcessRole.Kind.class), text()),
                texts(),
                time(),
                perhaps(this::time),
                perhaps(this::end),
                time(),
                random.nextLong(),
                coin(),
                coin());
    }

    private Timeline.Sample sample() {
        Map<Long, Duration> cpu = new HashMap<>();
        Map<Long, Long> switches = new HashMap<>();
        some(this::pid).forEach(pid -> cpu.put(pid, time()));
        some(this::pid).forEach(pid -> switches.put(pid, random.nextLong(0, Long.MAX_VALUE)));
        return new Timeline.Sample(time(), cpu, switches, time());
    }

    MachineUse machine() {
        return new MachineUse(time().plusNanos(1), random.nextInt(1, 999), time(), time(), time(), time());
    }

    private Standstill standstill() {
        return new Standstill(
                coin(),
                some(() -> new Standstill.Waiting(pid(), text(), text(), text(), some(this::pid))),
                text(),
                new Standstill.Advice(text(), text(), text()));
    }

    RunRequest request() {
        return new RunRequest(
                texts(),
                any(RunRequest.Target.class),
                perhaps(this::time),
                text(),
                coin() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                coin(),
                coin(),
                coin() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty());
    }

    RunLimits limits() {
        return new RunLimits(
                time().plusNanos(1),
                random.nextLong(1, Long.MAX_VALUE),
                random.nextLong(1, Long.MAX_VALUE),
                random.nextInt(1, Integer.MAX_VALUE),
                random.nextInt(1, Integer.MAX_VALUE));
    }

    RunSpec spec(RunRequest request, RunLimits limits) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", text()));
        command.addAll(request.arguments());
        return new RunSpec(command, Path.of("/home"), List.of(), Map.of("A", text()), request.input(), limits, folder);
    }

    Evidence evidence(byte[] output, byte[] errors) {
        RunOutcome outcome = new RunOutcome(
                coin() ? Ending.byItself(end()) : Ending.stopped(any(StopReason.class)),
                time(),
                write(folder.resolve("stdout.txt"), output),
                write(folder.resolve("stderr.txt"), errors),
                some(() -> new RunOutcome.Leftover(pid(), text())),
                coin());
        return new Evidence(
                text(),
                outcome,
                new String(output, StandardCharsets.UTF_8),
                new String(errors, StandardCharsets.UTF_8),
                new Census(some(this::process), texts(), texts(), coin(), coin()),
                new Timeline(some(this::sample)),
                perhaps(this::machine),
                perhaps(this::standstill),
                perhaps(() -> new Activity(any(Activity.Kind.class), text())),
                texts());
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same evidence about a run whose output is in a folder. */
    static Evidence in(Path folder, Evidence evidence, String command) {
        RunOutcome outcome = evidence.outcome();
        RunOutcome there = new RunOutcome(
                outcome.ending(),
                outcome.wall(),
                write(folder.resolve("stdout.txt"), evidence.output().getBytes(StandardCharsets.UTF_8)),
                write(folder.resolve("stderr.txt"), evidence.errors().getBytes(StandardCharsets.UTF_8)),
                outcome.leftovers(),
                outcome.sandboxed());
        return new Evidence(
                command,
                there,
                evidence.output(),
                evidence.errors(),
                evidence.census(),
                evidence.timeline(),
                evidence.machine(),
                evidence.standstill(),
                evidence.activity(),
                evidence.notes());
    }

    private static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
