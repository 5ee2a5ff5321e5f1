package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link AllowedCpus} and {@link CpuQuota}. */
class CpuAllowanceTests {
    private static final String V2 = """
            file self/cgroup 0::/ada/job\\n
            file self/mountinfo 30 25 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\\n
            """;
    private static final String V1 = """
            file self/cgroup 5:devices:/\\n1:cpu,cpuacct:/docker/42\\n0::/\\n
            file self/mountinfo 31 25 0:28 /docker/42 /sys/fs/cgroup/cpu rw shared:9 - cgroup cgroup rw,cpu,cpuacct\\n
            """;

    private static SavedProc proc(String... lines) {
        return SavedProc.of(String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0-1 | 0,1", "3 | 3", "0-2,8,10-11 | 0,1,2,8,10,11"})
    void allowed_processors_are_a_list_of_ranges(String list, String cpus) {
        List<Integer> expected =
                List.of(cpus.split(",")).stream().map(Integer::valueOf).toList();

        assertThat(AllowedCpus.read(proc("file self/status Cpus_allowed:\\tff\\nCpus_allowed_list:\\t" + list + "\\n"))
                        .value())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "1-", "2-1"})
    void a_list_without_processors_is_unreadable(String list) {
        assertThat(AllowedCpus.read(proc("file self/status Cpus_allowed_list:\\t" + list + "\\n"))
                        .availability())
                .isEqualTo(Availability.UNREADABLE);
    }

    @Test
    void a_huge_range_is_cut() {
        assertThat(AllowedCpus.read(proc("file self/status Cpus_allowed_list:\\t0-2000000000\\n"))
                        .value())
                .hasSizeLessThan(10_000);
    }

    @Test
    void the_smallest_quota_of_the_groups_counts() {
        SavedProc proc = SavedProc.of(V2)
                .with(
                        "file self/root/sys/fs/cgroup/ada/job/cpu.max max 100000\\n",
                        "file self/root/sys/fs/cgroup/ada/cpu.max 150000 100000\\n",
                        "file self/root/sys/fs/cgroup/cpu.max 400000 100000\\n");

        assertThat(CpuQuota.read(proc)).hasValue(1.5);
    }

    @Test
    void version_1_has_two_files_and_containers_mount_their_own_group() {
        SavedProc proc = SavedProc.of(V1)
                .with(
                        "file self/root/sys/fs/cgroup/cpu/cpu.cfs_quota_us 50000\\n",
                        "file self/root/sys/fs/cgroup/cpu/cpu.cfs_period_us 100000\\n");

        assertThat(CpuQuota.read(proc)).hasValue(0.5);
    }

    @Test
    void a_group_below_the_mounted_one_is_found() {
        SavedProc proc = SavedProc.of(V1)
                .with(
                        "file self/cgroup 1:cpu,cpuacct:/docker/42/inner\\n",
                        "file self/root/sys/fs/cgroup/cpu/inner/cpu.cfs_quota_us 20000\\n",
                        "file self/root/sys/fs/cgroup/cpu/inner/cpu.cfs_period_us 100000\\n");

        assertThat(CpuQuota.read(proc)).hasValue(0.2);
    }

    @Test
    void a_group_outside_of_what_is_mounted_is_taken_for_the_mounted_one() {
        SavedProc proc = SavedProc.of(V1)
                .with(
                        "file self/cgroup 1:cpu,cpuacct:/elsewhere\\n",
                        "file self/root/sys/fs/cgroup/cpu/cpu.cfs_quota_us 30000\\n",
                        "file self/root/sys/fs/cgroup/cpu/cpu.cfs_period_us 100000\\n");

        assertThat(CpuQuota.read(proc)).hasValue(0.3);
    }

    @Test
    void without_a_limit_there_is_no_quota() {
        assertThat(CpuQuota.read(SavedProc.of(V2).with("file self/root/sys/fs/cgroup/cpu.max max 100000\\n")))
                .isEmpty();
        assertThat(CpuQuota.read(SavedProc.of(V1)
                        .with(
                                "file self/root/sys/fs/cgroup/cpu/cpu.cfs_quota_us -1\\n",
                                "file self/root/sys/fs/cgroup/cpu/cpu.cfs_period_us 100000\\n")))
                .isEmpty();
    }

    @Test
    void without_control_groups_there_is_no_quota() {
        assertThat(CpuQuota.read(SavedProc.of(""))).isEmpty();
        assertThat(CpuQuota.read(proc("file self/cgroup 0::/\\nnonsense\\n", "file self/mountinfo x - y\\n")))
                .isEmpty();
    }

    @Test
    void this_machine_can_be_asked() {
        assertThat(AllowedCpus.read(ProcFs.ofThisMachine()).value()).isNotEmpty();
        CpuQuota.read(ProcFs.ofThisMachine())
                .ifPresent(cores -> assertThat(cores).isPositive());
    }
}
