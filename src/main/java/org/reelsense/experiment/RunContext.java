package org.reelsense.experiment;

import org.reelsense.progress.Progress;

/**
 * What all trials of a run share.
 *
 * @param started time, ISO 8601
 */
record RunContext(
        ExperimentSpec spec,
        Preparation data,
        TestAnalysis analysis,
        RunFolder folder,
        String started,
        Progress progress) {}
