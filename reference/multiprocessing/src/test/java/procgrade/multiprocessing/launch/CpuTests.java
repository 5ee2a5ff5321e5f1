package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CpuTests {
    private static final String SAPPHIRE_RAPIDS =
            "cpu:type:x86,ven0000fam0006mod00CF:feature:,0000,0001,0121,0123,0125,"
                    + "0128,0129,012A,0130,0131,0132,0133,0134,0137,0138,013C,013D,013E,013F,01AA\n";
    private static final String ZEN_2 =
            "cpu:type:x86,ven0002fam0017mod0031:feature:,0000,0001,0120,0123,0125,0127,0128,0132,0133,0134,0137,013D\n";

    @Test
    void avx_512_is_feature_130_of_an_x86_processor() {
        assertThat(Cpu.hasAvx512(SAPPHIRE_RAPIDS)).isTrue();
        assertThat(Cpu.hasAvx512(ZEN_2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "cpu:type:aarch64:feature:,0000,0001,0130\n",
                "cpu:type:x86,ven0000fam0006mod0130:feature:"
            })
    void nothing_is_read_into_other_words(String modalias) {
        assertThat(Cpu.hasAvx512(modalias)).isFalse();
    }
}
