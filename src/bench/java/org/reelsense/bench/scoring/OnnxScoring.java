package org.reelsense.bench.scoring;

import ai.onnxruntime.OrtEnvironment;
import java.util.List;
import java.util.Map;
import org.reelsense.network.Weights;

/** ONNX Runtime as a row of the table. */
public final class OnnxScoring extends PeerWork {

    @Override
    List<BatchStyle> styles() {
        return List.of(BatchStyle.PADDED, BatchStyle.EVEN);
    }

    @Override
    RowEngine engine(Weights weights, PeerWay way) {
        return new OnnxEngine(weights, way.threads());
    }

    @Override
    Map<String, String> facts() {
        return Map.of(
                "engine", "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion());
    }
}
