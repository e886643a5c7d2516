package org.reelsense.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void read_requestWritten_isTheSame() {
        Request request = Request.prepare(new Setting(Map.of("cell", "lstm", "hidden", "128")));

        assertThat(Lines.read(Lines.of(request), Request.class)).contains(request);
    }

    @Test
    void read_replyWritten_keepsTurnAndNumbers() {
        Reply done = Lines.read(Lines.of(Reply.done(new Turn(64, 15_000, 0.25))), Reply.class)
                .orElseThrow();
        Reply probed = Lines.read(Lines.of(Reply.probed(new float[] {0.1f, -3e-7f})), Reply.class)
                .orElseThrow();

        assertThat(done.turn()).isEqualTo(new Turn(64, 15_000, 0.25));
        assertThat(done.error()).isNull();
        assertThat(probed.numbers()).containsExactly(0.1f, -3e-7f);
    }

    @Test
    void read_whatALibraryPrints_isPassedOver() {
        assertThat(Lines.read("onednn_verbose,v1,info", Reply.class)).isEmpty();
        assertThat(Lines.read("", Reply.class)).isEmpty();
    }

    @Test
    void read_cutOffLine_saysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lines.read("@bench {\"facts\":", Reply.class))
                .withMessageContaining("is not a Reply");
    }
}
