package org.zhengtong.services.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.testing.Browser;

/** A browser without scripts that goes from "start" to the receipt, page by page. */
final class FilingBrowser {
    private static final Pattern QUESTION =
            Pattern.compile("<(?:input|textarea|select)[^>]*\\bname=\"(answer-[^\"]+)\"");
    private final Browser browser;
    private final AnswerSamples samples = new AnswerSamples(new Random(20260302));

    FilingBrowser(int port) {
        browser = new Browser(port);
    }

    /** An answer as a test reads it. */
    record Answer(int status, String body, String location) {
        private static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body(), Browser.location(response));
        }

        /** The value of the hidden field of this name, the first on the page. */
        String hidden(String name) {
            Matcher field =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            return field.find() ? field.group(1) : "";
        }

        /** The names of the questions on the page. */
        List<String> questions() {
            return QUESTION.matcher(body)
                    .results()
                    .map((MatchResult question) -> question.group(1))
                    .distinct()
                    .toList();
        }
    }

    Answer signIn(String account, String password) {
        return Answer.of(browser.signIn(account, password));
    }

    void forgetSession() {
        browser.forget("zt_session");
    }

    Answer get(String path) {
        return Answer.of(browser.get(path));
    }

    Answer post(String path, Map<String, String> fields) {
        String[] pairs = fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray(String[]::new);
        return Answer.of(browser.post(path, pairs));
    }

    Answer upload(String path, String field, String name, byte[] content) {
        return Answer.of(browser.upload(path, field, name, content));
    }

    /** For a request of one's own. */
    String cookieHeader() {
        return "zt_session=" + browser.cookie("zt_session") + "; zt_csrf=" + browser.cookie("zt_csrf");
    }

    String csrf() {
        return browser.token();
    }

    /** @return the path of the draft */
    String start(ServiceItem item) {
        return start(item, Map.of());
    }

    /** @return the path of the draft */
    String start(ServiceItem item, Map<String, String> forWhom) {
        Answer begun = post("/items/" + item.code() + "/start", forWhom);
        assertThat(begun.location()).as(begun.body()).startsWith("/drafts/");
        return begun.location().replaceFirst("\\?.*", "");
    }

    /** Goes through guide, questions and materials as the task list leads. */
    void fillIn(String draft, ServiceItem item) throws IOException {
        Map<String, String> situations = new LinkedHashMap<>();
        situations.put("version", get(draft + "/situations").hidden("version"));
        item.situations()
                .forEach(one -> situations.put(
                        "situation-" + one.id(), one.answers().getFirst().id()));
        assertThat(post(draft + "/situations", situations).location()).isEqualTo(draft);
        for (Form.Section section : item.form().sections()) {
            answer(draft, item, section);
        }
        Checklist checklist = Checklist.of(item, guide(item), AtHand.NOTHING);
        for (Checklist.Line line : checklist.lines()) {
            if (line.duty() instanceof Duty.Upload) {
                Answer kept = upload(draft + "/materials/" + line.material().id(), "file", "材料.png", picture());
                assertThat(kept.status()).isEqualTo(302);
            }
        }
    }

    private void answer(String draft, ServiceItem item, Form.Section section) {
        String path = draft + "/questions/" + section.id();
        Map<String, String> right = samples.right(item.form());
        Answer page = get(path);
        for (int round = 0; round < 5; round++) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("version", page.hidden("version"));
            page.questions().forEach(name -> fill(name, section, right, fields));
            if (section.repeat().isPresent()) {
                fields.put("entries", page.hidden("entries"));
            }
            Answer saved = post(path, fields);
            assertThat(saved.status()).as(saved.body()).isEqualTo(302);
            if (!saved.location().contains("?more")) {
                return;
            }
            page = get(saved.location());
        }
    }

    /** An address by division has two controls: the division and the rest. */
    private void fill(String name, Form.Section section, Map<String, String> right, Map<String, String> fields) {
        String key = name.replaceFirst("^answer-", "").replaceFirst("\\.division$", "");
        String id = key.replaceFirst("^.*\\.", "");
        section.fields().stream().filter(field -> field.id().equals(id)).forEach(field -> {
            String answer = right.getOrDefault(key, samples.right(field));
            if (field.kind() == Form.Kind.DIVISION_ADDRESS) {
                String[] parts = answer.split(" ", 2);
                fields.putIfAbsent("answer-" + key + ".division", parts[0]);
                fields.putIfAbsent("answer-" + key, parts[1]);
            } else {
                fields.put(name, answer);
            }
        });
    }

    Answer save(String draft, String section, Map<String, String> answers) {
        Map<String, String> fields = new LinkedHashMap<>(answers);
        fields.put("version", get(draft + "/questions/" + section).hidden("version"));
        return post(draft + "/questions/" + section, fields);
    }

    /** The first answer to each question of the guide. */
    static Map<String, String> guide(ServiceItem item) {
        Map<String, String> answers = new LinkedHashMap<>();
        item.situations()
                .forEach(one -> answers.put(one.id(), one.answers().getFirst().id()));
        return answers;
    }

    /** A small PNG. */
    static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0xB5261E);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(image, "png", content);
        return content.toByteArray();
    }
}
