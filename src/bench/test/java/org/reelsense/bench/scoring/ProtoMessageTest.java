package org.reelsense.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden bytes of the protocol buffers' own documentation of the encoding. */
class ProtoMessageTest {

    @Test
    void number_ofTheDocumentation_hasItsBytes() {
        assertThat(hex(new ProtoMessage().number(1, 150))).isEqualTo("089601");
    }

    @Test
    void text_ofTheDocumentation_hasItsBytes() {
        assertThat(hex(new ProtoMessage().text(2, "testing"))).isEqualTo("120774657374696e67");
    }

    @Test
    void message_ofTheDocumentation_hasItsBytes() {
        assertThat(hex(new ProtoMessage().message(3, new ProtoMessage().number(1, 150))))
                .isEqualTo("1a03089601");
    }

    @Test
    void number_negative_takesTenBytes() {
        assertThat(hex(new ProtoMessage().number(1, -2))).isEqualTo("08feffffffffffffffff01");
    }

    private static String hex(ProtoMessage message) {
        return HexFormat.of().formatHex(message.toByteArray());
    }
}
