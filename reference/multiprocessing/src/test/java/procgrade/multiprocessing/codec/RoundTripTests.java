package procgrade.multiprocessing.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is encoded comes back the same; the values come from a generator with a fixed seed. */
final class RoundTripTests {
    private record Pair(Object left, Object right) implements Serializable {}

    private enum Side {
        LEFT,
        RIGHT
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 20 : 14)) {
            case 0 -> null;
            case 1 -> random.nextInt() >> random.nextInt(32);
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextBoolean() ? random.nextDouble() : Double.longBitsToDouble(random.nextLong());
            case 4 -> text(random);
            case 5 -> random.nextBoolean();
            case 6 -> (float) random.nextGaussian();
            case 7 -> (short) random.nextInt();
            case 8 -> (byte) random.nextInt();
            case 9 -> (char) random.nextInt();
            case 10 -> bytes(random);
            case 11 -> random.ints(random.nextInt(50)).toArray();
            case 12 -> random.longs(random.nextInt(50)).toArray();
            case 13 -> random.doubles(random.nextInt(50)).toArray();
            case 14 -> Side.values()[random.nextInt(2)];
            case 15 -> new BigDecimal(random.nextInt()).movePointLeft(3);
            case 16 -> new Pair(value(random, depth - 1), value(random, depth - 1));
            case 17 -> Map.of(text(random), list(random, depth - 1));
            case 18 -> List.of(list(random, depth - 1), "x");
            default -> list(random, depth - 1);
        };
    }

    private static String text(Random random) {
        int letters = random.nextBoolean() ? 0x100 : 0x10000;
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append((char) random.nextInt(letters));
        }
        return text.toString();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static ArrayList<Object> list(Random random, int depth) {
        ArrayList<Object> list = new ArrayList<>();
        boolean flat = random.nextBoolean();
        for (int i = random.nextInt(12); i > 0; i--) {
            list.add(value(random, flat ? 0 : depth));
        }
        return list;
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof List<?> list && other instanceof List<?> others) {
            boolean same = list.getClass() == others.getClass() && list.size() == others.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), others.get(i));
            }
            return same;
        }
        if (one instanceof Pair pair && other instanceof Pair copy) {
            return same(pair.left, copy.left) && same(pair.right, copy.right);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> copy) {
            return map.keySet().equals(copy.keySet())
                    && same(
                            new ArrayList<>(new TreeMap<>(map).values()),
                            new ArrayList<>(new TreeMap<>(copy).values()));
        }
        boolean sameClass = one == null || other != null && one.getClass() == other.getClass();
        return sameClass && Objects.deepEquals(one, other);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_value_survives_as_a_frame(long seed) {
        Random random = new Random(seed);
        Encoder used = new Encoder();
        for (int i = 0; i < 400; i++) {
            Object item = value(random, 3);
            used.setFrame(item, i % 2);
            Encoder frame = random.nextBoolean() ? used : Encoder.frame(item, i % 2);
            byte[] bytes = Arrays.copyOf(frame.bytes(), frame.length());
            assertThat(bytes.length).isGreaterThanOrEqualTo(Encoder.HEAD_BYTES);
            assertThat(4 + Decoder.bodyLength(bytes)).isLessThanOrEqualTo(bytes.length);
            Decoder decoder = new Decoder(bytes, 4);
            assertThat(decoder.itemId()).isEqualTo(i % 2);
            Object copy = decoder.value();
            assertThat(same(item, copy)).as("%s is %s", copy, item).isTrue();
        }
    }

    @Test
    void values_follow_each_other_without_gaps() {
        Random random = new Random(6);
        List<Object> values = new ArrayList<>();
        Encoder out = new Encoder();
        for (int i = 0; i < 300; i++) {
            values.add(value(random, 2));
            out.value(values.get(i));
            out.integer(i);
            out.write(i);
            out.text("t" + i);
        }
        Decoder in = new Decoder(out.bytes(), 0);
        for (int i = 0; i < 300; i++) {
            assertThat(same(values.get(i), in.value())).isTrue();
            assertThat(in.integer()).isEqualTo(i);
            assertThat(in.raw()).isEqualTo(i & 0xFF);
            assertThat(in.text()).isEqualTo("t" + i);
        }
    }

    @Test
    void integers_of_every_size_survive() {
        Encoder out = new Encoder();
        for (int shift = 0; shift < 64; shift++) {
            out.integer(1L << shift);
            out.integer(-(1L << shift));
            out.integer((1L << shift) - 1);
        }
        Decoder in = new Decoder(out.bytes(), 0);
        for (int shift = 0; shift < 64; shift++) {
            assertThat(in.integer()).isEqualTo(1L << shift);
            assertThat(in.integer()).isEqualTo(-(1L << shift));
            assertThat(in.integer()).isEqualTo((1L << shift) - 1);
        }
    }

    @Test
    void small_integers_need_little_room() {
        Encoder out = new Encoder();
        out.value(-5);
        assertThat(out.length()).isEqualTo(2);
        out.value(List.of(1, 2, 3));
        assertThat(out.length()).isEqualTo(2 + 2 + 3 * 2);
    }

    @Test
    void what_is_truncated_is_forgotten() {
        Encoder out = new Encoder();
        out.text("kept");
        int place = out.length();
        out.text("forgotten");
        out.truncate(place);
        out.text("next");
        Decoder in = new Decoder(out.bytes(), 0);
        assertThat(in.text()).isEqualTo("kept");
        assertThat(in.text()).isEqualTo("next");
    }

    @Test
    void a_frame_of_another_origin_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Decoder.bodyLength(new byte[] {-1, -1, -1, -1}))
                .withMessageStartingWith(
                        "the pipe holds -1 where an item's length should be: a process was killed amid");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Decoder(new byte[] {99}, 0).value())
                .withMessage("unknown tag 99 in an item;"
                        + " all processes of a program must use the same version of the library");
    }
}
