package org.reelsense.network;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;

/** A worker's own door to oneDNN: an engine and an in-order stream, bound to the thread that opened it. */
final class OneDnn implements AutoCloseable {

    final engine engine;
    final stream stream;

    OneDnn() {
        Loader.load(dnnl.class); // loads the OpenMP library too, which the next line needs
        OpenMp.useOneThread();
        engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
        stream = new stream(engine);
    }

    /** oneDNN's version, for run records. */
    static String version() {
        Loader.load(dnnl.class);
        var version = dnnl.version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    @Override
    public void close() {
        stream.close();
        engine.close();
    }
}
