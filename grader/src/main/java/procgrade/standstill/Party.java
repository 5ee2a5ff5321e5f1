package procgrade.standstill;

import java.util.List;
import java.util.Set;

/**
 * One thread that a reader should know of.
 *
 * @param pid its process
 * @param title who that is: {@code master}, {@code worker 2, thread pool-1}
 * @param doing what it is in the middle of
 * @param place the line in the program, empty if it is not known
 * @param needs pids of the processes it waits for, those that stand still themselves; empty if nobody could help
 * @param self whether its own process is among those that could end the wait
 */
record Party(long pid, String title, Doing doing, String place, Set<Long> needs, boolean self) {
    Party {
        needs = Set.copyOf(needs);
    }

    boolean is(Doing.Action... actions) {
        return doing.is(actions);
    }

    boolean isMaster() {
        return title.startsWith("master");
    }

    /** {@return its title as a part of a sentence} */
    String who() {
        return withArticle(title);
    }

    static String withArticle(String title) {
        return title.startsWith("master") ? "the " + title : title;
    }

    /** {@return several, named together: {@code the master, worker 1 and worker 2}} */
    static String who(List<Party> parties) {
        return Titles.together(parties.stream().map(Party::title).distinct().toList());
    }

    /** {@return a verb for one, with the right ending for several} */
    static String verb(List<Party> parties, String forOne, String forSeveral) {
        return parties.stream().map(Party::title).distinct().count() > 1 ? forSeveral : forOne;
    }
}
