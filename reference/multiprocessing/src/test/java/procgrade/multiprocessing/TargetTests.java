package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a process can be told to run. Each target puts what it was given into a queue. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TargetTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Queue<Object> results = new Queue<>();

    private static void none() {
        throw new IllegalStateException("has no queue to answer to");
    }

    private static void one(Queue<Object> results) {
        results.put(List.of());
    }

    private static void five(Queue<Object> results, int a, String b, double[] c, Integer d) {
        results.put(Arrays.asList(a, b, c[0], d));
    }

    private static void widened(Queue<Object> results, long number) {
        results.put(number);
    }

    private static void several(Queue<Object> results, Integer... numbers) {
        results.put(Arrays.asList(numbers));
    }

    private static <T extends Comparable<T>> void largest(Queue<Object> results, T one, T other) {
        results.put(one.compareTo(other) > 0 ? one : other);
    }

    private interface Greeting extends Serializable {
        default void greet(Queue<Object> results) {
            results.put("hello from " + name());
        }

        static void greetNobody(Queue<Object> results) {
            results.put("hello");
        }

        String name();
    }

    private static class Person implements Greeting {
        private final String name;

        Person(String name) {
            this.name = name;
        }

        Person(Queue<Object> results, String name) {
            this(name);
            results.put("new " + name);
        }

        @Override
        public String name() {
            return name;
        }

        private void whisper(Queue<Object> results) {
            results.put("psst " + name);
        }

        void speak(Queue<Object> results) {
            results.put(name);
        }

        void wave(Queue<Object> results) {
            results.put(name + " waves");
        }

        static void nod(Queue<Object> results) {
            results.put("somebody nods");
        }
    }

    private static final class Student extends Person {
        Student(String name) {
            super(name);
        }

        Process speaksLikeAPerson(Queue<Object> results) {
            return new Process(super::speak, results);
        }

        @Override
        void speak(Queue<Object> results) {
            results.put("student " + name());
        }
    }

    private record Task(Queue<Object> results, int number) implements Target1<String> {
        @Override
        public void run(String unit) {
            results.put(number + " " + unit);
        }
    }

    @SuppressWarnings("ClassCanBeStatic") // that it is not is the point
    private final class Inner {
        int notSerializable;
    }

    @Test
    void may_be_a_reference_to_any_method() {
        Student ada = new Student("Ada");
        assertResults(Map.ofEntries(
                Map.entry(new Process(TargetTests::one, results), List.of()),
                Map.entry(
                        new Process(TargetTests::five, results, 1, "b", new double[] {2.5}, (Integer) null),
                        Arrays.asList(1, "b", 2.5, null)),
                Map.entry(new Process(TargetTests::widened, results, 5L), 5L),
                Map.entry(new Process(TargetTests::several, results, 6, 7), List.of(6, 7)),
                Map.entry(new Process(TargetTests::largest, results, "x", "y"), "y"),
                Map.entry(new Process(Greeting::greetNobody, results), "hello"),
                Map.entry(new Process(ada::speak, results), "student Ada"),
                Map.entry(ada.speaksLikeAPerson(results), "Ada"),
                Map.entry(new Process(ada::greet, results), "hello from Ada"),
                Map.entry(new Process(ada::wave, results), "Ada waves"),
                Map.entry(new Process(Student::nod, results), "somebody nods"),
                Map.entry(new Process(Person::whisper, new Person("Bob"), results), "psst Bob"),
                Map.entry(new Process(Person::new, results, "Cyd"), "new Cyd"),
                Map.entry(new Process(results::put, 'x'), 'x')));
    }

    @Test
    void may_be_a_lambda_that_captures_variables_or_an_object() {
        int number = 42;
        String text = "text";
        int[] numbers = {1, 2};
        Queue<Object> queue = results;
        assertResults(Map.of(
                new Process(() -> queue.put(List.of(number, text, numbers[1]))),
                List.of(42, "text", 2),
                new Process(plus -> queue.put(number + plus), 8),
                50,
                new Process((a, b) -> queue.put(a + b), 1.5, 2L),
                3.5,
                new Process(new Task(queue, 3), "tasks"),
                "3 tasks",
                new Process(anonymous(queue), 4L),
                "anonymous 4"));
    }

    private static Target1<Long> anonymous(Queue<Object> queue) {
        return new Target1<>() {
            @Override
            public void run(Long number) {
                queue.put("anonymous " + number);
            }
        };
    }

    private void assertResults(Map<Process, Object> expected) {
        List<Object> received = new ArrayList<>();
        expected.keySet().forEach(Process::start);
        expected.keySet().forEach(Process::join);
        assertThat(expected.keySet()).extracting(Process::exitcode).containsOnly(0);
        expected.forEach((process, result) -> received.add(results.get(LIMIT)));
        assertThat(received).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    private static final class Shouting extends Process implements Serializable {
        private static final long serialVersionUID = 1;

        private final Queue<Object> results;
        private final Map<String, Integer> words = new LinkedHashMap<>();

        Shouting(Queue<Object> results) {
            this.results = results;
        }

        @Override
        public void run() {
            Process me = Process.currentProcess();
            results.put(Arrays.asList(me == this, name(), me.name(), me.isAlive(), pid(), words.toString()));
        }
    }

    @Test
    void may_be_a_subclass_of_process_that_overrides_run() {
        Shouting process = new Shouting(results);
        process.words.put("boo", 3);
        assertThat(process.name()).startsWith("Shouting-");
        process.start();
        assertThat(results.get(LIMIT))
                .isEqualTo(Arrays.asList(true, process.name(), process.name(), true, process.pid(), "{boo=3}"));
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    @Test
    void may_be_nothing() {
        Process process = new Idle().start();
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    private static final class Idle extends Process implements Serializable {
        private static final long serialVersionUID = 1;
    }

    private static final class Forgetful extends Process {
        @Override
        public void run() {
            results().put("never");
        }

        private static Queue<Object> results() {
            return new Queue<>();
        }
    }

    @Test
    void that_cannot_be_copied_is_refused_before_a_process_exists() {
        Inner inner = new Inner();
        Thread thread = Thread.currentThread();
        String myClass = TargetTests.class.getName();
        assertRefused(new Forgetful(), myClass + "$Forgetful", myClass + "$Forgetful");
        assertRefused(new Process((Thread t) -> none(), thread), "java.lang.Thread", "java.lang.Thread");
        assertRefused(
                new Process(t -> none(), List.of("a", thread)),
                "java.util.ImmutableCollections$List12",
                "java.lang.Thread");
        assertRefused(new Process(() -> inner.notSerializable++), myClass + "$Inner", myClass + "$Inner");
        assertRefused(new Process(this::answer), myClass, myClass);
        assertRefused(
                new Process(new Target0() {
                    @Override
                    public void run() throws IOException {
                        answer();
                    }
                }),
                myClass + "$2",
                myClass);
    }

    private void answer() throws IOException {
        throw new IOException(results.toString());
    }

    private void assertRefused(Process process, String sent, String part) {
        List<Process> before = Process.activeChildren();
        assertThatIllegalArgumentException()
                .isThrownBy(process::start)
                .withMessage("cannot send a " + sent + " to another process: " + part
                        + " is not serializable; "
                        + (part.startsWith("java.")
                                ? "send what it holds, or keep it in a local variable or a transient field"
                                : "let it implement java.io.Serializable"));
        assertThat(Process.activeChildren()).isEqualTo(before);
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitcode()).isNull();
    }
}
