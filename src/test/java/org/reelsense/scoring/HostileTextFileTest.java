package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reelsense.fault.ChildCounts;
import org.reelsense.fault.FaultRun;

/** Whatever stands in a file of text: a probability or a reason, on a small stack and in little memory. */
@Tag("fault")
class HostileTextFileTest {

    private static final List<String> SMALL = List.of("-Xss512k", "-Xmx512m");
    private static final long FAR_MORE_THAN_LINEAR = 10;

    @Test
    void score_hostileTexts_probabilityOrReason() throws IOException, InterruptedException {
        int megabytes = FaultRun.tries(5, 50);
        Map<String, Long> counts = ChildCounts.of(HostileTextRun.class, SMALL, String.valueOf(megabytes));

        FaultRun result = new FaultRun(14, "hostile-text").note("process", String.join(" ", SMALL));
        counts.forEach(result::count);
        result.write();
        assertThat(counts.get("anything else")).isZero();
        assertThat(counts.get("texts")).isGreaterThan(40);
        assertThat(counts.get("scored") + counts.get("refused with a reason")).isEqualTo(counts.get("texts"));
        assertThat(counts.get("times as long")).isLessThan(FAR_MORE_THAN_LINEAR * megabytes);
    }
}
