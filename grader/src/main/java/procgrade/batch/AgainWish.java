package procgrade.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to have graded again, and how far that had come when it was interrupted: whoever goes on with the
 * same wish shall not begin anew.
 */
final class AgainWish {
    private final Journal journal;
    private final Optional<String> wish;
    private final Set<String> made = new HashSet<>();

    private AgainWish(Journal journal, Optional<String> wish) {
        this.journal = journal;
        this.wish = wish;
    }

    /**
     * Begins a wish, or goes on with it if the last start had the same and was ended early. Without any, an earlier one
     * is given up.
     *
     * @param folder with the journal
     * @param selection what is wanted now
     * @throws IOException if the journal cannot be read or written
     */
    static AgainWish begin(BatchFolder folder, Selection selection) throws IOException {
        AgainWish now = new AgainWish(folder.journal(), selection.wish());
        Optional<String> earlier = now.read(folder);
        if (earlier.equals(now.wish)) {
            return now;
        }
        now.made.clear();
        if (now.wish.isPresent()) {
            now.add(Journal.Event.AGAIN);
        } else {
            now.add(Journal.Event.AGAIN_ENDED);
        }
        return now;
    }

    /** The wish that has not ended, and what was made since it began. */
    private Optional<String> read(BatchFolder folder) throws IOException {
        String[] open = new String[1];
        Set<Journal.Event> events = EnumSet.of(Journal.Event.AGAIN, Journal.Event.AGAIN_ENDED);
        if (wish.isPresent()) {
            events.add(Journal.Event.KEPT);
        }
        folder.readJournal(events, entry -> {
            if (entry.event() == Journal.Event.KEPT) {
                if (open[0] != null) {
                    made.add(entry.handIn());
                }
                return;
            }
            open[0] = entry.event() == Journal.Event.AGAIN ? entry.detail() : null;
            made.clear();
        });
        return Optional.ofNullable(open[0]);
    }

    /** Keys of what was made since it began. */
    Set<String> made() {
        return Set.copyOf(made);
    }

    /**
     * Ends it, because all is made.
     *
     * @throws IOException if the journal cannot be written
     */
    void end() throws IOException {
        if (wish.isPresent()) {
            add(Journal.Event.AGAIN_ENDED);
        }
    }

    private void add(Journal.Event event) throws IOException {
        journal.add(event, "", wish.orElse(""), Duration.ZERO);
    }
}
