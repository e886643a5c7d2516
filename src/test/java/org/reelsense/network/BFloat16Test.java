package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BFloat16Test {

    /** Eight significant binary places; halves go to the even neighbour. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1, 1",
        "-2.5, -2.5",
        "1.00390625, 1",
        "1.01171875, 1.015625",
        "-1.01171875, -1.015625",
        "3.14159274, 3.140625",
        "1e-40, 9.18355e-41",
        "3.4e38, Infinity"
    })
    void codes_number_isTheNearestOfSixteenBits(float value, float expected) {
        byte[] codes = BFloat16.codes(new float[] {7, value});
        short upper = ByteBuffer.wrap(codes).order(ByteOrder.nativeOrder()).getShort(Short.BYTES);

        assertThat(Float.intBitsToFloat(upper << Short.SIZE)).isEqualTo(expected);
    }
}
