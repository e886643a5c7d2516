package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bytedeco.dnnl.global.dnnl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArithmeticTest {

    @ParameterizedTest
    @EnumSource(
            value = Cell.class,
            names = {"RNN", "GRU"})
    void require_eightBitsForAnotherCell_saysWhatToTake(Cell cell) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arithmetic.EIGHT_BIT.require(cell, () -> dnnl.dnnl_cpu_isa_avx512_core_bf16))
                .withMessageContaining("LSTM")
                .withMessageContaining(cell.id())
                .withMessageContaining("bfloat16");
    }

    @ParameterizedTest
    @CsvSource({
        "BFLOAT16, " + dnnl.dnnl_cpu_isa_avx512_core_vnni,
        "BFLOAT16, " + dnnl.dnnl_cpu_isa_avx2_vnni_2,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_avx512_core,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_avx2,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_default
    })
    void require_processorWithoutTheInstructions_isTold(Arithmetic arithmetic, int instructions) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arithmetic.require(Cell.LSTM, () -> instructions))
                .withMessageContaining("processor")
                .withMessageContaining(arithmetic.id());
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT, " + dnnl.dnnl_cpu_isa_default,
        "BFLOAT16, " + dnnl.dnnl_cpu_isa_avx512_core_bf16,
        "BFLOAT16, " + dnnl.dnnl_cpu_isa_avx512_core_amx,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_avx2_vnni,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_avx512_core_vnni,
        "EIGHT_BIT, " + dnnl.dnnl_cpu_isa_avx512_core_amx
    })
    void require_processorWithTheInstructions_isContent(Arithmetic arithmetic, int instructions) {
        assertThatCode(() -> arithmetic.require(Cell.LSTM, () -> instructions)).doesNotThrowAnyException();
    }

    @Test
    void require_floats_neverAsksForTheProcessor() {
        assertThatCode(() -> Arithmetic.FLOAT.require(Cell.GRU, () -> {
                    throw new AssertionError("it asked");
                }))
                .doesNotThrowAnyException();
    }
}
