package org.reelsense.scoring;

import java.io.IOException;

/** What some editors put before the first character. */
final class ByteOrderMark {

    private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};

    private ByteOrderMark() {}

    /** Leaves out UTF-8's; that of UTF-16 stays and is no UTF-8. */
    static void drop(ByteWindow bytes) throws IOException {
        for (int i = 0; i < UTF_8.length; i++) {
            if (bytes.at(i) != UTF_8[i]) {
                return;
            }
        }
        bytes.drop(UTF_8.length);
    }
}
