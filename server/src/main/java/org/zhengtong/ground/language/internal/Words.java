package org.zhengtong.ground.language.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.ground.language.SearchDocument;

/**
 * BM25 over words. Every name is a Lucene document of its own, so that a short everyday word counts fully; all texts of a
 * document together are one more, which helps where a question uses words of several names.
 */
final class Words {
    private static final String NAME = "name";
    private static final String PAIRS = "pairs";
    private static final String SOUND = "sound";
    private static final String ALL = "all";
    private static final float ALL_WEIGHT = 0.5f;
    private static final int MOST_HITS = 400;

    private static final Analyzer SMART = new SmartChineseAnalyzer(stopWords());
    private static final Analyzer CHARACTER_PAIRS = new CJKAnalyzer(CharArraySet.EMPTY_SET);
    private static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(
            SMART, java.util.Map.of(PAIRS, CHARACTER_PAIRS, SOUND, new WhitespaceAnalyzer()));

    private final int documents;
    private final IndexSearcher searcher;
    private final int[] documentOf;
    private final boolean[] whole;

    private Words(int documents, IndexSearcher searcher, int[] documentOf, boolean[] whole) {
        this.documents = documents;
        this.searcher = searcher;
        this.documentOf = documentOf;
        this.whole = whole;
    }

    static Words index(List<SearchDocument> documents, List<Sentence> sentences) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(
                    directory, new IndexWriterConfig(ANALYZER).setSimilarity(new BM25Similarity(1.2f, 0.4f)))) {
                for (Sentence sentence : sentences) {
                    if (sentence.name()) {
                        writer.addDocument(name(sentence));
                    }
                }
                for (int place = 0; place < documents.size(); place++) {
                    writer.addDocument(whole(place, documents.get(place)));
                }
                writer.forceMerge(1);
            }
            DirectoryReader reader = DirectoryReader.open(directory);
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity(1.2f, 0.4f));
            searcher.setQueryCache(null);
            int[] documentOf = new int[reader.maxDoc()];
            boolean[] whole = new boolean[reader.maxDoc()];
            NumericDocValues places = MultiDocValues.getNumericValues(reader, "place");
            NumericDocValues wholes = MultiDocValues.getNumericValues(reader, "whole");
            for (int i = 0; i < documentOf.length; i++) {
                places.advanceExact(i);
                wholes.advanceExact(i);
                documentOf[i] = (int) places.longValue();
                whole[i] = wholes.longValue() == 1;
            }
            return new Words(documents.size(), searcher, documentOf, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scores byWords(String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : tokens(SMART, question)) {
            add(query, NAME, word, 1);
            add(query, ALL, word, ALL_WEIGHT);
        }
        for (String pair : tokens(CHARACTER_PAIRS, question)) {
            if (pair.length() > 1) {
                add(query, PAIRS, pair, 0.6f);
            }
        }
        return scores(query.build());
    }

    Scores bySound(String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String pair : Sounds.pairs(Sounds.syllables(question))) {
            add(query, SOUND, pair, 1);
        }
        return scores(query.build());
    }

    private Scores scores(Query query) {
        try {
            double[] names = new double[documents];
            double[] all = new double[documents];
            for (ScoreDoc hit : searcher.search(query, MOST_HITS).scoreDocs) {
                double[] scores = whole[hit.doc] ? all : names;
                scores[documentOf[hit.doc]] = Math.max(scores[documentOf[hit.doc]], hit.score);
            }
            for (int place = 0; place < documents; place++) {
                names[place] += all[place];
            }
            return new Scores(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(BooleanQuery.Builder query, String field, String word, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, word)), weight), BooleanClause.Occur.SHOULD);
    }

    private static Document name(Sentence sentence) {
        Document document = new Document();
        String text = Spoken.tidy(sentence.text());
        document.add(new NumericDocValuesField("place", sentence.document()));
        document.add(new NumericDocValuesField("whole", 0));
        document.add(new TextField(NAME, text, Field.Store.NO));
        document.add(new TextField(PAIRS, text, Field.Store.NO));
        document.add(new TextField(SOUND, String.join(" ", Sounds.pairs(Sounds.syllables(text))), Field.Store.NO));
        return document;
    }

    private static Document whole(int place, SearchDocument source) {
        Document document = new Document();
        document.add(new NumericDocValuesField("place", place));
        document.add(new NumericDocValuesField("whole", 1));
        List<String> texts = new ArrayList<>(List.of(source.title()));
        texts.addAll(source.aliases());
        texts.addAll(source.texts());
        document.add(new TextField(ALL, Spoken.tidyAll(texts), Field.Store.NO));
        return document;
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            List<String> tokens = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens.stream().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that people say around what they want: how, where, I, want, need, do. */
    private static CharArraySet stopWords() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("ground/language/stop-words.txt").getInputStream(), StandardCharsets.UTF_8))) {
            Set<String> words = reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
            return new CharArraySet(words, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
