package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketRulesTests {
    private static final int READ = 0;

    private final MadeProc proc = new MadeProc();

    @BeforeEach
    void three_processes() {
        for (long pid = 1; pid <= 3; pid++) {
            proc.process(pid, pid - 1, call(READ, 3), "python3", "x.py");
        }
    }

    private void table(String... sockets) {
        StringBuilder text = new StringBuilder("Num       RefCount Protocol Flags    Type St Inode Path\n");
        for (String socket : sockets) {
            text.append("0000000000000000: 00000003 00000000 00000000 0001 ")
                    .append(socket)
                    .append('\n');
        }
        for (long pid = 1; pid <= 3; pid++) {
            proc.file(pid + "/task/" + pid + "/net/unix", text.toString());
        }
    }

    @Test
    void the_other_end_of_a_pair_is_the_neighbour_and_both_ends_can_wake() {
        proc.socket(1, 3, 500).socket(2, 3, 501);
        table("03   500", "03   501");

        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(proc.wake(2).wakers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(proc.wake(1).awaited()).hasSize(1);
    }

    @Test
    void of_pairs_made_one_after_the_other_both_neighbours_may_wake() {
        proc.socket(1, 3, 501).socket(2, 3, 500).socket(3, 3, 502);
        table("03   500", "03   501", "03   502", "03   503");

        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void an_end_whose_neighbours_nobody_has_leads_outside() {
        proc.socket(1, 3, 500);
        table("03   500", "03   501");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);
    }

    @Test
    void two_clients_of_a_server_outside_are_no_pair() {
        proc.socket(1, 3, 500).socket(2, 3, 501);
        table("03   500", "03   501", "03   900 /run/server");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);
    }

    @Test
    void a_connection_that_its_server_has_not_accepted_leads_outside() {
        proc.socket(1, 3, 500).socket(2, 3, 501);
        table("03   500", "03   501", "02     0 /run/server");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);
    }

    @Test
    void a_server_in_the_tree_does_not_spoil_a_pair() {
        proc.socket(1, 3, 500).socket(2, 3, 501).socket(3, 3, 900);
        table("03   500", "03   501", "03   900 /run/server");

        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(proc.wake(3).fate()).isEqualTo(Fate.OUTSIDE);
    }

    @Test
    void a_socket_of_the_internet_leads_outside() {
        proc.socket(1, 3, 500);
        table();

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);
    }

    @Test
    void a_server_waits_for_a_client_of_the_tree() {
        proc.socket(1, 3, 500);
        for (long pid = 1; pid <= 3; pid++) {
            proc.file(pid + "/task/" + pid + "/net/unix", "Num\n0: 00000002 00000000 00010000 0001 01   500 /tmp/x\n");
        }

        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void where_there_are_strangers_the_peer_must_be_told() {
        proc.socket(1, 3, 500).socket(2, 3, 501);
        table("03   500", "03   501", "03   900 /run/server");
        proc.connected(500, 900);
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);

        proc.connected(500, 501);
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_peer_that_is_no_neighbour_must_be_told() {
        proc.socket(1, 3, 500).socket(2, 3, 700);
        table("03   500", "03   700");
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.OUTSIDE);

        proc.connected(500, 700);
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void the_table_of_ss_has_inodes_behind_the_names() {
        String text = """
                u_str LISTEN 0      128    /run/a server 800        * 0
                u_str ESTAB  0      0                  * 500        * 501
                u_dgr ESTAB  0      0           /dev/log 900        * 901
                garbage
                """;

        assertThat(SocketTable.parse(text)).isEqualTo(Map.of(500L, 501L, 900L, 901L));
    }
}
