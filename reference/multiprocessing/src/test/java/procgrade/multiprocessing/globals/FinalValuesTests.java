package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** Final fields are set, and what they hold is filled again where that is possible. */
final class FinalValuesTests {
    private final List<String> reports = new ArrayList<>();

    private Encoder captured(Class<?> root) {
        Encoder out = new Encoder();
        Globals.capture(List.of(root), new NothingShared(), reports::add, out);
        return out;
    }

    private void restore(Encoder out) throws ReflectiveOperationException {
        assertThat(GlobalsReader.restore(new Decoder(out.bytes(), 0), new NothingShared(), reports::add)
                        .classes())
                .contains(FinalValues.class);
    }

    private static Map<String, Object> values() throws IllegalAccessException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : FinalValues.class.getDeclaredFields()) {
            if (StaticFields.isGlobal(field) && !field.getName().equals("RANDOM")) {
                values.put(field.getName(), StaticFields.get(field));
            }
        }
        return values;
    }

    @Test
    void come_back_after_other_values_were_set() throws ReflectiveOperationException {
        FinalValues.LIST.add("first");
        FinalValues.ORDERED.put("b", 1);
        FinalValues.ORDERED.put("a", 2);
        FinalValues.DEQUE.push(3);
        FinalValues.ARRAY[1] = 4;
        FinalValues.OWN.put("k", "v");
        FinalValues.OWN.field = 5;
        Encoder out = captured(FinalValues.class);
        String before = describe();

        Map<String, Object> objects = values();
        spoil();
        assertThat(describe()).isNotEqualTo(before);
        restore(out);

        assertThat(describe()).isEqualTo(before);
        assertThat(values().get("LIST")).isSameAs(objects.get("LIST")).isSameAs(values().get("SAME_AS_LIST"));
        assertThat(values().get("ARRAY")).isSameAs(objects.get("ARRAY"));
        assertThat(values().get("ORDERED")).isSameAs(objects.get("ORDERED"));
        assertThat(values().get("OWN"))
                .as("a map of the program's own is copied as a whole")
                .isNotSameAs(objects.get("OWN"));
        assertThat(reports).isEmpty();
    }

    private static String describe() throws IllegalAccessException {
        Map<String, Object> values = values();
        return values + " " + ((int[]) values.remove("ARRAY"))[1] + " " + ((FinalValues.Own) values.get("OWN")).field;
    }

    /** As if the initializer had run in a child and made something else. */
    private static void spoil() throws ReflectiveOperationException {
        FinalValues.LIST.clear();
        FinalValues.ORDERED.clear();
        FinalValues.ORDERED.put("a", 2);
        FinalValues.ORDERED.put("b", 1);
        FinalValues.DEQUE.clear();
        FinalValues.ARRAY[1] = 0;
        FinalValues.OWN.field = 0;
        set("FLAG", !FinalValues.FLAG);
        set("BYTE", (byte) (FinalValues.BYTE + 1));
        set("CHAR", (char) (FinalValues.CHAR + 1));
        set("SHORT", (short) (FinalValues.SHORT + 1));
        set("INT", FinalValues.INT + 1);
        set("LONG", FinalValues.LONG + 1);
        set("FLOAT", FinalValues.FLOAT + 1);
        set("DOUBLE", FinalValues.DOUBLE + 1);
        set("TEXT", "other");
        set("BOXED", null);
        set("IMMUTABLE", List.of(7));
        set("SAME_AS_LIST", "another object");
    }

    private static void set(String name, Object value) throws ReflectiveOperationException {
        StaticFields.set(FinalValues.class.getDeclaredField(name), value);
    }

    @Test
    void of_records_are_filled_again_if_they_can_be_and_reported_otherwise() throws ReflectiveOperationException {
        FinalValues.Fixed.LIST.add(1);
        Encoder out = captured(FinalValues.class);
        FinalValues.Fixed.LIST.clear();
        restore(out);
        assertThat(FinalValues.Fixed.LIST).containsExactly(1);
        assertThat(reports).isEmpty();
        assertThat(StaticFields.isGlobal(FinalValues.Fixed.class.getDeclaredField("EQUAL")))
                .isTrue();
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> StaticFields.set(
                        FinalValues.Fixed.class.getDeclaredField("RANDOM_ONE"), new FinalValues.Fixed(2)))
                .withMessage("final fields of records cannot be set; hold it in another class");
    }
}
