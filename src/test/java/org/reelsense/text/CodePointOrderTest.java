package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

    private static final String[] PIECES = {
        "a", "b", "é", "\uD7FF", "\uE000", "\uFFFD", "\uD800\uDC00", "\uD800\uDC01", "😀"
    };

    @Test
    void compare_randomStrings_isTheOrderOfTheirUtf8() {
        Random random = new Random(3);
        for (int n = 0; n < 20_000; n++) {
            String a = randomString(random);
            String b = randomString(random);
            int expected =
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(a, b))).isEqualTo(Integer.signum(expected));
        }
    }

    private static String randomString(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
