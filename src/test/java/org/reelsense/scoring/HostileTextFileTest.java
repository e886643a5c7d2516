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

    private static final List<String> SMALL = List.of("-Xss512k", "-Xmx512m", "-XX:+UseSerialGC");

    /** What the launcher gives. */
    private static final List<String> USUAL = List.of("-Xss512k", "-Xmx768m", "-XX:+UseSerialGC");

    private static final long FAR_MORE_THAN_LINEAR = 10;

    @Test
    void score_hostileTexts_probabilityOrReason() throws IOException, InterruptedException {
        int megabytes = FaultRun.tries(5, 50);
        Map<String, Long> counts = ChildCounts.of(HostileTextRun.class, SMALL, "texts", String.valueOf(megabytes));
        Map<String, Long> growth = ChildCounts.of(HostileTextRun.class, USUAL, "growth", String.valueOf(megabytes));

        FaultRun result = new FaultRun(14, "hostile-text")
                .note("process", String.join(" ", SMALL))
                .note("process whose times grow", String.join(" ", USUAL));
        counts.forEach(result::count);
        growth.forEach(result::count);
        result.write();
        assertThat(counts.get("anything else")).isZero();
        assertThat(counts.get("texts")).isGreaterThan(40);
        assertThat(counts.get("scored") + counts.get("refused with a reason")).isEqualTo(counts.get("texts"));
        assertThat(growth.get("times as long")).isLessThan(FAR_MORE_THAN_LINEAR * megabytes);
    }
}
