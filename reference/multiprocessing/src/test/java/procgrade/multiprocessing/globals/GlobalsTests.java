package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** Captures globals and puts them back within one process, as a parent and its child do. */
final class GlobalsTests {
    private static final String PACKAGE = "procgrade.multiprocessing.globals.";

    private final List<String> reports = new ArrayList<>();
    private final Encoder out = new Encoder();

    private Globals capture(Class<?> root) {
        return Globals.capture(List.of(root), new NothingShared(), reports::add, out);
    }

    private void restore() throws ReflectiveOperationException {
        GlobalsReader.restore(new Decoder(out.bytes(), 0), new NothingShared(), reports::add);
    }

    @Test
    void a_value_that_cannot_be_read_leaves_the_others_as_they_are() throws ReflectiveOperationException {
        FailingValues.first = new FailingValues.Spoilt();
        FailingValues.second = new ArrayList<>(List.of("second"));
        FailingValues.sameAsFirst = FailingValues.first;
        FailingValues.sameAsSecond = FailingValues.second;
        FailingValues.THIRD.add("third");
        FailingValues.sameAsThird = FailingValues.THIRD;
        FailingValues.number = 4;
        capture(FailingValues.class);
        assertThat(reports).isEmpty();

        FailingValues.first = null;
        FailingValues.second = null;
        FailingValues.sameAsFirst = null;
        FailingValues.sameAsSecond = null;
        FailingValues.THIRD.clear();
        FailingValues.sameAsThird = null;
        FailingValues.number = 0;
        restore();

        assertThat(FailingValues.first).isNull();
        assertThat(FailingValues.sameAsFirst).isNull();
        assertThat(FailingValues.second).containsExactly("second").isSameAs(FailingValues.sameAsSecond);
        assertThat(FailingValues.THIRD).containsExactly("third").isSameAs(FailingValues.sameAsThird);
        assertThat(FailingValues.number).isEqualTo(4);
        String kept = " keeps its initial value in child processes: ";
        String values = PACKAGE + "FailingValues.";
        assertThat(reports)
                .containsExactly(
                        "the global " + values + "first" + kept + "cannot read an item:"
                                + " java.io.InvalidObjectException: spoilt; let its class write what it can read back",
                        "the global " + values + "sameAsFirst" + kept + "it holds the same object as " + values
                                + "first, which could not be set either");
    }

    private static void fillCommonValues(Object inner) {
        CommonValues.FIRST.put("inner", inner);
        CommonValues.SECOND.put("inner", inner);
        CommonValues.Fixed.PARTS.add(inner);
        CommonValues.counter.set(5);
        CommonValues.counters = new ArrayList<>(List.of(CommonValues.counter, CommonValues.amount));
        CommonValues.equalOnly = new ArrayList<>(List.of("text", 1, List.of()));
        CommonValues.equalToo = new ArrayList<>(List.of("text", 1, List.of()));
        CommonValues.own = 2;
    }

    @Test
    void values_with_objects_in_common_have_them_in_common_again() throws ReflectiveOperationException {
        List<Integer> inner = new ArrayList<>(List.of(1));
        fillCommonValues(inner);
        Globals globals = capture(CommonValues.class);
        globals.value(CommonValues.FIRST);
        globals.value(inner);
        assertThat(globals.mustBeRepeated()).isTrue();
        out.truncate(0);
        Globals again = globals.repeat();
        again.value(CommonValues.FIRST);
        again.value(inner);
        again.value("text");
        assertThat(again.mustBeRepeated()).isFalse();
        assertThat(again.holds(CommonValues.equalOnly)).isTrue();
        CommonValues.own = 3;
        CommonValues.Fixed.PARTS.clear();

        GlobalsReader reader = GlobalsReader.restore(new Decoder(out.bytes(), 0), new NothingShared(), reports::add);

        assertThat(reports).isEmpty();
        assertThat(CommonValues.FIRST.get("inner"))
                .isEqualTo(List.of(1))
                .isNotSameAs(inner)
                .isSameAs(CommonValues.SECOND.get("inner"));
        assertThat(reader.value()).isSameAs(CommonValues.FIRST);
        assertThat(reader.value()).isSameAs(CommonValues.FIRST.get("inner"));
        assertThat(reader.value()).isEqualTo("text");
        assertThat(CommonValues.counters.get(0)).isSameAs(CommonValues.counter).hasToString("5");
        assertThat(CommonValues.counters.get(1)).isSameAs(CommonValues.amount);
        assertThat(CommonValues.equalOnly).isEqualTo(CommonValues.equalToo);
        assertThat(CommonValues.Fixed.PARTS).containsExactly(List.of(1));
        assertThat(CommonValues.own).isEqualTo(3);
    }

    @Test
    void values_without_objects_in_common_are_written_once() {
        FailingValues.first = null;
        FailingValues.second = new ArrayList<>(List.of("a"));
        FailingValues.sameAsSecond = FailingValues.second;
        assertThat(capture(FailingValues.class).mustBeRepeated()).isFalse();
    }

    @Test
    void values_whose_common_part_cannot_be_read_are_reported_each() throws ReflectiveOperationException {
        Object spoilt = new FailingValues.Spoilt();
        CommonValues.Fixed.PARTS.clear();
        CommonValues.FIRST.put("spoilt", spoilt);
        CommonValues.SECOND.put("spoilt", spoilt);
        Globals globals = capture(CommonValues.class);
        out.truncate(0);
        assertThat(globals.repeat()).isNotNull();
        CommonValues.FIRST.clear();
        CommonValues.SECOND.clear();
        CommonValues.amount = null;

        restore();

        assertThat(CommonValues.amount.intValue()).isEqualTo(1);
        assertThat(CommonValues.FIRST).isEmpty();
        String values = "the global " + PACKAGE + "CommonValues.";
        String kept = " keeps its initial value in child processes: ";
        assertThat(reports)
                .containsExactly(
                        values + "FIRST" + kept + "cannot read an item: java.io.InvalidObjectException: spoilt; let its"
                                + " class write what it can read back",
                        values + "SECOND" + kept + "it holds the same object as " + PACKAGE
                                + "CommonValues.FIRST, which could not be set either");
    }

    @Test
    void values_that_cannot_be_captured_are_reported_by_class_and_field() throws ReflectiveOperationException {
        DeepValues.chain = DeepValues.Node.chain(50_000);
        DeepValues.silent = new DeepValues.Silent();
        DeepValues.text = "kept";
        capture(DeepValues.class);
        String node = PACKAGE + "DeepValues$Node";
        assertThat(reports)
                .containsExactly(
                        "the global " + PACKAGE + "DeepValues.chain (" + node + ") is not duplicated into child"
                                + " processes: cannot send a " + node + " to another process: it is nested too deeply"
                                + " for the stack of this thread; send its parts in a list or array, or enlarge stacks"
                                + " (-Xss)",
                        "the global " + PACKAGE + "DeepValues.silent (" + PACKAGE + "DeepValues$Silent) is not"
                                + " duplicated into child processes: java.lang.UnsupportedOperationException");
        DeepValues.text = "overwritten";
        restore();
        assertThat(DeepValues.text).isEqualTo("kept");
    }

    @Test
    void a_class_that_cannot_be_initialized_is_reported_in_the_parent_and_in_the_child()
            throws ReflectiveOperationException {
        Class<?> broken = BrokenStart.class;
        capture(broken);
        assertThat(reports)
                .containsExactly("the global " + PACKAGE + "BrokenStart.number (int) is not duplicated into child"
                        + " processes: the static initializer of its class threw java.lang.NumberFormatException: For"
                        + " input string: \"no number\"");
        reports.clear();
        Encoder sent = new Encoder();
        sent.write(Globals.VALUE);
        sent.text(PACKAGE + "BrokenStart");
        sent.write(Globals.VALUE);
        sent.text("number");
        sent.value(5);
        sent.write(Globals.END);
        sent.write(Globals.END);
        Decoder in = new Decoder(sent.bytes(), 0);
        GlobalsReader.restore(in, new NothingShared(), reports::add);
        assertThat(reports)
                .singleElement()
                .asString()
                .startsWith("the global " + PACKAGE + "BrokenStart.number keeps its initial value in child processes:"
                        + " java.lang.NoClassDefFoundError: Could not initialize class");
    }

    @Test
    void a_missing_type_of_a_field_is_reported() throws Exception {
        Class<?> incomplete = new Incomplete().loadClass(PACKAGE + "FailingValues");
        capture(incomplete);
        assertThat(reports)
                .containsExactly("the globals of " + PACKAGE + "FailingValues are not duplicated into child processes:"
                        + " java.lang.NoClassDefFoundError: procgrade/multiprocessing/globals/FailingValues$Spoilt;"
                        + " put all classes that it uses on the class path");
    }

    /** Defines a class anew, but not the classes nested in it. */
    private static final class Incomplete extends ClassLoader {
        Incomplete() {
            super(GlobalsTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE + "FailingValues")) {
                return super.loadClass(name, resolve);
            }
            if (name.contains("$")) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = read(name);
            return defineClass(name, bytes, 0, bytes.length);
        }

        private byte[] read(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                in.transferTo(bytes);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
            return bytes.toByteArray();
        }
    }
}
