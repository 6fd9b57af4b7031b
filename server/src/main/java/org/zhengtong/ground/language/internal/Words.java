package org.zhengtong.ground.language.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.ground.language.SearchDocument;

/**
 * BM25 over words. Every name is a Lucene document of its own, so that a short everyday word counts fully; all texts of a
 * document together are one more, which helps where a question uses words of several names.
 */
final class Words {
    private static final String REFERENCE = "reference";
    private static final String NAME = "name";
    private static final String PAIRS = "pairs";
    private static final String SOUND = "sound";
    private static final String ALL = "all";
    private static final String A_NAME = "n";
    private static final String A_DOCUMENT = "d";
    private static final float ALL_WEIGHT = 0.5f;
    private static final int MOST_HITS = 400;
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.4f);

    private static final Analyzer SMART = new SmartChineseAnalyzer(stopWords());
    private static final Analyzer CHARACTER_PAIRS = new CJKAnalyzer(CharArraySet.EMPTY_SET);
    private static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(
            SMART, java.util.Map.of(PAIRS, CHARACTER_PAIRS, SOUND, new WhitespaceAnalyzer()));

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** What a search came upon: a name, or all that the document of that key says. */
    record Hit(String of, boolean whole, float score) {}

    Words() {
        try {
            this.writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(ANALYZER)
                            .setSimilarity(SIMILARITY)
                            .setMergeScheduler(new SerialMergeScheduler()));
            this.searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                        org.apache.lucene.index.IndexReader reader,
                        org.apache.lucene.index.@Nullable IndexReader before) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(SIMILARITY);
                    searcher.setQueryCache(null);
                    return searcher;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void putName(String name, Spelling spelling) {
        Document document = new Document();
        String text = spelling.characters();
        document.add(new TextField(NAME, text, Field.Store.NO));
        document.add(new TextField(PAIRS, text, Field.Store.NO));
        document.add(new TextField(SOUND, String.join(" ", Sounds.pairs(Sounds.syllables(text))), Field.Store.NO));
        put(A_NAME + name, document);
    }

    void put(SearchDocument source) {
        List<String> texts = new ArrayList<>(List.of(source.title()));
        texts.addAll(source.aliases());
        texts.addAll(source.texts());
        texts.addAll(source.mentions());
        Document document = new Document();
        document.add(new TextField(ALL, Spoken.tidyAll(texts), Field.Store.NO));
        put(A_DOCUMENT + source.key(), document);
    }

    private void put(String reference, Document document) {
        document.add(new StringField(REFERENCE, reference, Field.Store.NO));
        document.add(new BinaryDocValuesField(REFERENCE, new BytesRef(reference)));
        try {
            writer.updateDocument(new Term(REFERENCE, reference), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeNames(Stream<String> names) {
        remove(names.map(name -> A_NAME + name));
    }

    void removeDocuments(Stream<String> keys) {
        remove(keys.map(key -> A_DOCUMENT + key));
    }

    private void remove(Stream<String> references) {
        try {
            writer.deleteDocuments(
                    references.map(reference -> new Term(REFERENCE, reference)).toArray(Term[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does most of what {@link #show} needs, while searches go on. */
    void prepare() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on searches see all that was put and removed. */
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Hit> byWords(String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : tokens(SMART, question)) {
            add(query, NAME, word, 1);
            add(query, ALL, word, ALL_WEIGHT);
        }
        for (String pair : characterPairs(question)) {
            add(query, PAIRS, pair, 0.6f);
        }
        return hits(query.build());
    }

    List<Hit> bySound(String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String pair : Sounds.pairs(Sounds.syllables(question))) {
            add(query, SOUND, pair, 1);
        }
        return hits(query.build());
    }

    /** Names that share at least half of the question's pairs of characters, or most of its sounds: it is nearly a name. */
    List<Hit> byLikeness(String question) {
        List<Hit> hits = new ArrayList<>(sharing(PAIRS, characterPairs(question), 0.5));
        hits.addAll(sharing(
                SOUND,
                Sounds.pairs(Sounds.syllables(question)).stream().distinct().toList(),
                0.6));
        return hits;
    }

    private List<Hit> sharing(String field, List<String> pairs, double part) {
        if (pairs.size() < 2) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(Math.max(2, (int) Math.ceil(pairs.size() * part)));
        pairs.forEach(pair -> add(query, field, pair, 1));
        return hits(query.build());
    }

    private List<Hit> hits(Query query) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                ScoreDoc[] found = searcher.search(query, MOST_HITS).scoreDocs;
                Arrays.sort(found, Comparator.comparingInt(hit -> hit.doc));
                BinaryDocValues references = MultiDocValues.getBinaryValues(searcher.getIndexReader(), REFERENCE);
                List<Hit> hits = new ArrayList<>(found.length);
                for (ScoreDoc hit : found) {
                    references.advanceExact(hit.doc);
                    String reference = references.binaryValue().utf8ToString();
                    hits.add(new Hit(reference.substring(1), reference.startsWith(A_DOCUMENT), hit.score));
                }
                return hits;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(BooleanQuery.Builder query, String field, String word, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, word)), weight), BooleanClause.Occur.SHOULD);
    }

    private static List<String> characterPairs(String text) {
        return tokens(CHARACTER_PAIRS, text).stream()
                .filter(pair -> pair.length() > 1)
                .toList();
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
