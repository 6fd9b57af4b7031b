package org.zhengtong.ground.language.internal;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * bge-small-zh-v1.5, quantised: what a sentence means, as a vector of length one. One thread and no memory arena, because
 * a sentence takes two milliseconds anyway and the memory is worth more.
 */
final class SentenceModel extends AbstractInProcessEmbeddingModel {
    static final int DIMENSIONS = 512;
    static final String NAME = "bge-small-zh-v1.5-q";
    private static final String MODEL = NAME + ".onnx";
    private static final String TOKENIZER = NAME + "-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    SentenceModel() {
        super(Runnable::run);
        try (InputStream model = new ClassPathResource(MODEL).getInputStream();
                InputStream tokenizer = new ClassPathResource(TOKENIZER).getInputStream();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            encoder = new OnnxBertBiEncoder(
                    environment, environment.createSession(model.readAllBytes(), options), tokenizer, PoolingMode.CLS);
        } catch (OrtException e) {
            throw new IllegalStateException("the model of sentences cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] meaning(String sentence) {
        return embedAll(List.of(TextSegment.from(sentence)))
                .content()
                .getFirst()
                .vector();
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }
}
