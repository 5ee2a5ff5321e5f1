package procgrade.multiprocessing.programs.globals;

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Has an enum whose constants have variables; prints them in a child. */
public final class Moods {
    enum Mood {
        GOOD(1),
        BAD(2) {
            private int own;

            @Override
            int own(int add) {
                return own += add;
            }
        };

        private final int number;
        private final List<String> who = new ArrayList<>();
        private final Queue<Integer> queue = new Queue<>();
        private int seen;
        private String note;

        Mood(int number) {
            this.number = number;
        }

        int own(int add) {
            return add;
        }
    }

    private Moods() {}

    public static void main(String[] arguments) {
        Mood.GOOD.seen = 7;
        Mood.GOOD.note = "changed";
        Mood.BAD.who.add("somebody");
        int unused = Mood.BAD.own(4);
        new Process(Moods::child).start().join();
        System.out.println("parent " + Mood.GOOD.seen + Mood.BAD.queue.get());
    }

    private static void child() {
        for (Mood mood : Mood.values()) {
            System.out.println(
                    mood + " " + mood.number + " " + mood.seen + " " + mood.note + " " + mood.who + " " + mood.own(0));
        }
        Mood.GOOD.seen++;
        Mood.BAD.queue.put(9);
    }
}
