package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void f32_anyBits_keptExactly() {
        int[] bits = {0, 0x80000000, 0x7f800001, 0xffc12345, 1, 0x7f7fffff, 0x3dcccccd};
        float[] values = new float[bits.length];
        IntStream.range(0, bits.length).forEach(i -> values[i] = Float.intBitsToFloat(bits[i]));

        float[] floats = Tensor.f32(List.of(7), values).floats();

        assertThat(IntStream.range(0, bits.length).map(i -> Float.floatToRawIntBits(floats[i])))
                .containsExactly(0, 0x80000000, 0x7f800001, 0xffc12345, 1, 0x7f7fffff, 0x3dcccccd);
    }

    @Test
    void bytes_ofFloats_littleEndian() {
        Tensor one = Tensor.f32(List.of(1), new float[] {1f});

        assertThat(one.bytes()).containsExactly(0, 0, 0x80, 0x3f);
        assertThat(one.byteView().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(one.byteView().getFloat(0)).isEqualTo(1f);
        assertThat(one.floatView().get(0)).isEqualTo(1f);
    }

    @Test
    void tensor_arraysChangedOutside_staysTheSame() {
        float[] given = {1f, 2f};
        Tensor tensor = Tensor.f32(List.of(2), given);
        given[0] = 9f;
        tensor.floats()[0] = 9f;
        tensor.bytes()[0] = 9;
        tensor.floatView().position(2);

        assertThat(tensor.floats()).containsExactly(1f, 2f);
        assertThat(tensor.floatView().isReadOnly()).isTrue();
        assertThat(tensor.byteView().isReadOnly()).isTrue();
        assertThat(tensor.floatView().remaining()).isEqualTo(2);

        byte[] bytes = {1};
        Tensor quantised = Tensor.i8(List.of(1), bytes);
        bytes[0] = 9;
        assertThat(quantised.bytes()).containsExactly(1);
    }

    @Test
    void size_scalarAndEmpty_oneAndZero() {
        assertThat(Tensor.f32(List.of(), new float[1]).size()).isEqualTo(1);
        assertThat(Tensor.u8(List.of(4, 0), new byte[0]).size()).isZero();
    }

    @Test
    void equals_otherTypeShapeOrBit_differs() {
        Tensor tensor = Tensor.u8(List.of(2), new byte[] {1, 2});

        assertThat(tensor)
                .isEqualTo(Tensor.u8(List.of(2), new byte[] {1, 2}))
                .hasSameHashCodeAs(Tensor.u8(List.of(2), new byte[] {1, 2}))
                .isNotEqualTo(Tensor.i8(List.of(2), new byte[] {1, 2}))
                .isNotEqualTo(Tensor.u8(List.of(1, 2), new byte[] {1, 2}))
                .isNotEqualTo(Tensor.u8(List.of(2), new byte[] {1, 3}))
                .hasToString("U8[2]");
        assertThat(Tensor.f32(List.of(), new float[] {0f})).isNotEqualTo(Tensor.f32(List.of(), new float[] {-0f}));
    }

    @Test
    void f32_shapeThatDoesNotFit_refused() {
        List.of(List.of(3), List.of(-1, -2), List.of(1 << 31, 2), List.<Integer>of())
                .forEach(shape -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Tensor.f32(shape, new float[2]))
                        .withMessageContaining(shape.toString())
                        .withMessageContaining("2 values"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.u8(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1), new byte[1]))
                .withMessageContaining("9 axes");
    }

    @Test
    void floats_ofBytes_refused() {
        Tensor bytes = Tensor.i8(List.of(4), new byte[4]);

        assertThatIllegalStateException().isThrownBy(bytes::floats).withMessageContaining("I8");
    }

    @Test
    void elements_productOverflowing_isEmpty() {
        long big = Integer.MAX_VALUE;
        assertThat(Shapes.elements(List.of(big, big))).isEqualTo(OptionalLong.of(big * big));
        assertThat(Shapes.elements(List.of(big, big, 3L))).isEmpty();
        assertThat(Shapes.elements(List.of(1L << 32, 1L << 32))).isEmpty();
        assertThat(Shapes.elements(List.of(1L << 32, 1L << 31))).isEmpty();
        assertThat(Shapes.elements(List.of(1L << 32, 1L << 32, 0L))).isEmpty();
        assertThat(Shapes.elements(List.of(0L, 1L << 32, 1L << 32))).isEqualTo(OptionalLong.of(0));
        assertThat(Shapes.elements(List.of())).isEqualTo(OptionalLong.of(1));
    }
}
