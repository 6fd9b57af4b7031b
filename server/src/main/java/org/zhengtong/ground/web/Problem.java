package org.zhengtong.ground.web;

import java.util.List;
import java.util.Map;

/**
 * Something a person or a calling program did that cannot be carried out, with a sentence that says what to do. Pages
 * show it in the shell; the API answers problem+json (RFC 9457) with {@code type} {@code /problems/<code>}.
 */
public class Problem extends RuntimeException {
    private final int status;
    private final String code;
    private final transient List<Object> values;
    private final Map<String, String> fields;

    /**
     * @param status the HTTP status
     * @param code stable name of the problem; the sentence stands in the message files as {@code problem.<code>}
     * @param values put into the sentence
     */
    public Problem(int status, String code, Object... values) {
        this(status, code, Map.of(), values);
    }

    /** @param fields what is wrong with single fields: name of the field → sentence */
    public Problem(int status, String code, Map<String, String> fields, Object... values) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.values = List.of(values);
        this.fields = Map.copyOf(fields);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> values() {
        return values;
    }

    public Map<String, String> fields() {
        return fields;
    }

    public static Problem notFound(String code, Object... values) {
        return new Problem(404, code, values);
    }
}
