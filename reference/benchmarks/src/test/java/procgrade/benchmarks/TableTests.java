package procgrade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {
    private static final Section SECTION = new Section(
            "trip",
            "there and back",
            List.of("over two queues"),
            List.of(
                    new Row(
                            "Queue, small",
                            "us",
                            "Java",
                            List.of(8.0, 9.0, 8.5),
                            "CPython",
                            List.of(80.0, 100.0, 120.0),
                            Target.atMost(0.1)),
                    new Row("idle", "ms", "Java", List.of(0.0), null, List.of(), null)));

    @Test
    void a_section_is_a_table_with_aligned_columns() {
        assertThat(Table.of(SECTION).lines())
                .containsExactly(
                        "trip: there and back",
                        "  over two queues",
                        "  measure       first         second          ratio (least - most)   pairs  target       reached",
                        "  Queue, small  Java 8.50 us  CPython 100 us  0.090 (0.071 - 0.100)  3      at most 0.1  yes",
                        "  idle          Java 0 ms                     0 (0 - 0)              1");
    }

    @Test
    void numbers_have_three_digits() {
        assertThat(List.of(123456.7, 99.96, 12.345, 1.2345, 0.12345))
                .extracting(Table::number)
                .containsExactly("123457", "100.0", "12.3", "1.23", "0.123");
    }

    @Test
    void every_pair_is_a_line_of_the_csv_file() {
        assertThat(Csv.of(List.of("4 x processor"), List.of(SECTION)))
                .containsExactly(
                        "# 4 x processor",
                        "benchmark,measure,unit,round,first,first_value,second,second_value,ratio",
                        "# trip: over two queues",
                        "trip,\"Queue, small\",us,1,Java,8.0,CPython,80.0,0.1",
                        "trip,\"Queue, small\",us,2,Java,9.0,CPython,100.0,0.09",
                        "trip,\"Queue, small\",us,3,Java,8.5,CPython,120.0,0.07083333333333333",
                        "trip,idle,ms,1,Java,0.0,,,");
    }
}
