package procgrade.multiprocessing.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that cannot be sent or read, and what is said about them. */
final class CodecTests {
    private static final int DEPTH = 50_000;

    private static Object decode(Encoder encoded) {
        return new Decoder(encoded.bytes(), 0).value();
    }

    private static Encoder encode(Object item) {
        Encoder out = new Encoder();
        out.value(item);
        return out;
    }

    @Test
    void what_belongs_to_an_immutable_list_but_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(List.of(1, 2).iterator()))
                .withMessage("cannot send a java.util.ImmutableCollections$ListItr to another process:"
                        + " java.util.ImmutableCollections$ListItr is not serializable; send what it holds, or keep it"
                        + " in a local variable or a transient field");
        List<Object> numbers = new ArrayList<>(List.of(1, 2));
        assertThat(decode(encode(numbers.stream().toList()))).isEqualTo(numbers);
    }

    @Test
    void a_lambda_that_cannot_be_sent_is_refused_with_its_own_way_out() {
        Runnable lambda = () -> {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(lambda))
                .withMessageEndingWith(
                        " is not serializable; let the interface of the lambda extend java.io.Serializable");
    }

    @Test
    void an_item_that_is_nested_too_deeply_is_refused() {
        Object[] nest = {};
        for (int i = 0; i < DEPTH; i++) {
            nest = new Object[] {nest};
        }
        Object[] item = nest;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(item))
                .withMessage("cannot send a [Ljava.lang.Object; to another process: it is nested too deeply for the"
                        + " stack of this thread; send its parts in a list or array, or enlarge stacks (-Xss)")
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void an_item_that_is_too_deep_for_its_reader_only_is_refused_there() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decode(encode(new Endless())))
                .withMessage("cannot read an item: it is nested too deeply for the stack of this thread; send its"
                        + " parts in a list or array, or enlarge stacks (-Xss)");
    }

    private static final class Endless implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            readObject(in);
            in.defaultReadObject();
        }
    }

    @Test
    void an_item_whose_class_is_missing_is_refused() {
        Encoder out = encode(new Endless());
        byte[] name = "CodecTests$Endless".getBytes(StandardCharsets.ISO_8859_1);
        String all = new String(out.bytes(), StandardCharsets.ISO_8859_1);
        out.bytes()[all.indexOf("CodecTests$Endless") + name.length - 1] = '5';
        assertThatIllegalStateException()
                .isThrownBy(() -> decode(out))
                .withMessage("cannot read an item: its class procgrade.multiprocessing.codec.CodecTests$Endles5 is not"
                        + " on the class path of this process; start all processes with the same class path");
    }

    @Test
    void an_item_that_does_not_read_itself_back_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decode(encode(new Spoilt())))
                .withMessage("cannot read an item: java.io.InvalidObjectException: spoilt; let its class write what it"
                        + " can read back");
    }

    private static final class Spoilt implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new InvalidObjectException("spoilt");
        }
    }

    @Test
    void an_item_that_does_not_write_itself_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encode(new Mute()))
                .withMessage("cannot send a " + Mute.class.getName()
                        + " to another process: java.io.InvalidObjectException: mute");
    }

    private static final class Mute implements Serializable {
        private static final long serialVersionUID = 1;

        private void writeObject(ObjectOutputStream out) throws IOException {
            throw new InvalidObjectException("mute");
        }
    }

    @Test
    void bytes_that_are_not_an_item_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Decoder.bodyLength(new byte[Encoder.HEAD_BYTES]))
                .withMessage("the pipe holds 0 where an item's length should be: a process was killed amid using it, or"
                        + " something else than this library wrote to it; make a new one, and end processes between"
                        + " their items");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Decoder(new byte[] {100}, 0).value())
                .withMessage("unknown tag 100 in an item; all processes of a program must use the same version of the"
                        + " library");
    }

    @Test
    void an_item_in_a_long_list_needs_no_depth() {
        LinkedList<Object> items = new LinkedList<>();
        for (int i = 0; i < DEPTH; i++) {
            items.add(i);
        }
        assertThat(decode(encode(items))).isEqualTo(items);
    }
}
