package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorTests {
    @ParameterizedTest
    @CsvSource({
        "FIFO, pipe:[5436], PIPE",
        "FIFO, /tmp/ada/line, NAMED_PIPE",
        "FIFO, /tmp/ada/line (deleted), NAMED_PIPE",
        "SOCKET, socket:[77506], SOCKET",
        "SOCKET, /run/some.sock, SOCKET",
        "OTHER, anon_inode:[eventfd], EVENT_COUNTER",
        "OTHER, anon_inode:[eventpoll], EPOLL",
        "OTHER, anon_inode:[timerfd], TIMER",
        "OTHER, anon_inode:[pidfd], PROCESS",
        "OTHER, pidfd:[1234], PROCESS",
        "OTHER, anon_inode:inotify, OTHER_ANONYMOUS",
        "OTHER, anon_inode:[signalfd], OTHER_ANONYMOUS",
        "REGULAR, /tmp/ada/out.txt, FILE",
        "REGULAR, /memfd:counter (deleted), FILE",
        // an ordinary file cannot pass for a pipe by its name
        "REGULAR, /tmp/pipe:[5436], FILE",
        "CHARACTER_DEVICE, /dev/pts/0, DEVICE",
        "DIRECTORY, /tmp, OTHER",
        "OTHER, /dev/sda, OTHER",
        "OTHER, net:[4026531840], OTHER",
        "OTHER, strange, OTHER",
    })
    void links_and_file_types_tell_what_a_descriptor_leads_to(FileType type, String target, DescriptorKind kind) {
        assertThat(Descriptor.of(3, new Link(target, type, 15, 7))).isEqualTo(new Descriptor(3, kind, target, 15, 7));
    }

    @Test
    void a_descriptor_that_was_closed_or_is_hidden_is_unreadable() {
        SavedProc proc = SavedProc.of("refused 7/fd/3");

        assertThat(Descriptor.read(proc, "7", 3).kind()).isEqualTo(DescriptorKind.UNREADABLE);
        assertThat(Descriptor.read(proc, "7", 4)).isEqualTo(new Descriptor(4, DescriptorKind.UNREADABLE, "", 0, 0));
    }

    @Test
    void two_processes_that_hold_the_same_pipe_show_the_same_file() {
        SavedProc proc = SavedProc.load("yes-fills-pipe");
        Descriptor writersEnd = Descriptor.read(proc, "2579", 1);
        Descriptor readersEnd = Descriptor.read(proc, "2580", 0);

        assertThat(writersEnd.isPipe()).isTrue();
        assertThat(writersEnd.inode()).isEqualTo(readersEnd.inode());
        assertThat(writersEnd.device()).isEqualTo(readersEnd.device());
    }

    @Test
    void all_descriptors_of_a_process_are_listed_up_to_a_limit() {
        SavedProc proc = SavedProc.load("yes-fills-pipe");

        assertThat(Descriptor.all(proc, "2579", 100))
                .extracting(Descriptor::number)
                .containsExactly(0, 1);
        assertThat(Descriptor.all(proc, "2579", 1))
                .extracting(Descriptor::number)
                .containsExactly(0);
        assertThat(Descriptor.all(proc, "1", 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0010600, FIFO",
        "0140777, SOCKET",
        "0100644, REGULAR",
        "0040755, DIRECTORY",
        "0020666, CHARACTER_DEVICE",
        "0060660, OTHER",
        "0000600, OTHER"
    })
    void the_file_type_is_in_the_mode(String octalMode, FileType type) {
        assertThat(FileType.ofMode(Integer.parseInt(octalMode, 8))).isEqualTo(type);
    }
}
