package procgrade.batch;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import procgrade.collect.HandIn;
import procgrade.collect.Person;
import procgrade.engine.Fingerprint;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/** Hand-ins and rows that nobody has made. */
final class MadeHandIns {
    static final BatchKey KEY = new BatchKey("0123456789abcdef0123456789abcdef", 7);

    private MadeHandIns() {}

    /** A disk that nobody waits for. */
    static final class FastDisk extends Disk {
        @Override
        void force(Path file) {}

        @Override
        void forceAdded(FileChannel file) {}
    }

    static HandIn handIn(String key) {
        return handIn(key, "content of " + key);
    }

    static HandIn handIn(String key, String content) {
        return new HandIn(
                key,
                List.of(new Person(key + " Name", "id-" + key, key + "@example.org")),
                false,
                Path.of("/in", key),
                new Fingerprint().with(content).toString(),
                List.of());
    }

    /** A class of any size, whose hand-ins are made when they are asked for. */
    static List<HandIn> handIns(int count) {
        return new AbstractList<>() {
            @Override
            public HandIn get(int index) {
                return handIn(String.format("s%05d", index));
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    static Row row(String key, Verdict verdict) {
        return row(key, verdict, "");
    }

    static Row row(String key, Verdict verdict, String rationale) {
        Mark mark = new Mark("prints_pi", "prints pi", verdict, 0, 10, 10, false, rationale);
        return new Row(
                key,
                List.of(),
                false,
                Row.State.GRADED,
                "PiMw",
                "java",
                List.of(mark),
                "",
                5,
                Duration.ofSeconds(3),
                List.of());
    }

    static Stored stored(HandIn handIn, Verdict verdict) {
        return new Stored(KEY.of(handIn), handIn.fingerprint(), row(handIn.key(), verdict));
    }
}
