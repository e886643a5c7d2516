package org.reelsense.bench.scoring;

import java.util.List;
import java.util.Map;
import org.reelsense.bench.Libtorch;
import org.reelsense.network.Weights;

/** libtorch as a row of the table. */
public final class TorchScoring extends PeerWork {

    @Override
    List<BatchStyle> styles() {
        return List.of(BatchStyle.PADDED, BatchStyle.EVEN, BatchStyle.PACKED);
    }

    @Override
    RowEngine engine(Weights weights, PeerWay way) {
        return new TorchEngine(weights, way.style(), way.threads());
    }

    @Override
    Map<String, String> facts() {
        return Libtorch.facts(Map.of());
    }
}
