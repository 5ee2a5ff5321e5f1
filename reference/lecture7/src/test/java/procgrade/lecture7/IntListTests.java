package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntListTests {
    @Test
    void keeps_numbers_in_the_order_in_which_they_were_added() {
        IntList list = IntList.of(3, 1);
        for (int i = 10; i < 40; i++) {
            list.add(i);
        }

        assertThat(list.size()).isEqualTo(32);
        assertThat(list.get(1)).isEqualTo(1);
        assertThat(list.last()).isEqualTo(39);
        assertThat(list.toArray()).startsWith(3, 1, 10, 11);
    }

    @Test
    void sorts_only_what_it_contains() {
        IntList list = IntList.of(5, 2, 9);

        list.sort();

        assertThat(list.toArray()).containsExactly(2, 5, 9);
    }

    @Test
    void can_be_emptied_from_the_end() {
        IntList list = IntList.of(2, 3);

        list.removeLast();
        assertThat(list.toArray()).containsExactly(2);
        list.removeLast();
        assertThat(list.size()).isZero();
    }

    @Test
    void shows_its_last_numbers_or_all() {
        assertThat(IntList.of(1, 2, 3).lastOnes(2)).containsExactly(2, 3);
        assertThat(IntList.of(1, 2, 3).lastOnes(5)).containsExactly(1, 2, 3);
    }

    @Test
    void grows_at_once_by_more_than_half() {
        IntList list = IntList.of(new int[1000]);

        assertThat(list.size()).isEqualTo(1000);
    }
}
