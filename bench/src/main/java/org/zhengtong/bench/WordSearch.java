package org.zhengtong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/** The search one gets without effort: Lucene as it comes, BM25 over Chinese words. What ours is compared with. */
final class WordSearch {
    private static final String CATALOGUE = "/services/catalogue/everyday-words.psv";
    private final Analyzer analyzer = new SmartChineseAnalyzer();
    private final IndexSearcher searcher;

    private WordSearch(List<String> lines) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (String line : lines) {
                Document document = new Document();
                document.add(new StoredField("name", line.substring(0, line.indexOf('|'))));
                document.add(new TextField("text", line.replace('|', ' ').replace(';', ' '), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        this.searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    static WordSearch ofCatalogue() throws IOException {
        try (InputStream in = Objects.requireNonNull(WordSearch.class.getResourceAsStream(CATALOGUE))) {
            return new WordSearch(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList());
        }
    }

    /** @param lines each a name and its everyday words, parted by {@code |} */
    static WordSearch of(List<String> lines) throws IOException {
        return new WordSearch(lines);
    }

    /** Names, best first. */
    List<String> search(String question, int limit) throws IOException {
        Query query = new QueryBuilder(analyzer).createBooleanQuery("text", question);
        List<String> names = new ArrayList<>();
        if (query != null) {
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                names.add(searcher.storedFields().document(hit.doc).get("name"));
            }
        }
        return names;
    }
}
