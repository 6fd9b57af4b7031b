package org.zhengtong.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a page as a browser would send it: every field as it stands there, some of them changed. */
public final class PageForm {
    private static final Pattern FIELD = Pattern.compile(
            "<input(?<input>[^>]*)>|<textarea(?<area>[^>]*)>(?<text>[^<]*)</textarea>|<select(?<select>[^>]*)>(?<options>.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private final String action;
    private final List<String> fields = new ArrayList<>();

    private PageForm(String action) {
        this.action = action;
    }

    /** The form on the page that is sent to {@code action}. */
    public static PageForm of(String html, String action) {
        int start = html.indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new AssertionError("no form is sent to " + action + " from " + html);
        }
        PageForm form = new PageForm(action);
        Matcher field = FIELD.matcher(html.substring(start, html.indexOf("</form>", start)));
        while (field.find()) {
            if (field.group("input") != null) {
                form.input(field.group("input"));
            } else if (field.group("area") != null) {
                form.add(attribute(field.group("area"), "name"), plain(field.group("text")));
            } else {
                Matcher selected = SELECTED.matcher(field.group("options"));
                form.add(attribute(field.group("select"), "name"), selected.find() ? plain(selected.group(1)) : "");
            }
        }
        return form;
    }

    /** Fills a field in anew; one with several values keeps only these. */
    public PageForm with(String name, String... values) {
        for (int i = fields.size() - 2; i >= 0; i -= 2) {
            if (fields.get(i).equals(name)) {
                fields.subList(i, i + 2).clear();
            }
        }
        for (String value : values) {
            add(name, value);
        }
        return this;
    }

    public String value(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals(name)) {
                return fields.get(i + 1);
            }
        }
        throw new AssertionError("no field " + name + " in " + fields);
    }

    public HttpResponse<String> send(Browser browser) {
        return sendTo(action, browser);
    }

    /** As a button with an address of its own sends it. */
    public HttpResponse<String> sendTo(String address, Browser browser) {
        return browser.post(address, fields.toArray(String[]::new));
    }

    private void input(String attributes) {
        String type = attribute(attributes, "type");
        boolean choice = type.equals("radio") || type.equals("checkbox");
        if (!attribute(attributes, "name").equals("_csrf")
                && (!choice || attributes.matches("(?s).*\\bchecked\\b.*"))) {
            add(attribute(attributes, "name"), plain(attribute(attributes, "value")));
        }
    }

    private void add(String name, String value) {
        fields.add(name);
        fields.add(value);
    }

    private static String attribute(String attributes, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return value.find() ? value.group(1) : "";
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&amp;", "&");
    }
}
