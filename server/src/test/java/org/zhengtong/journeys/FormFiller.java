package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Base64;
import java.util.Map;

/** Works through the task list of a filing page by page, answering what is not answered yet. */
final class FormFiller {
    private static final int MOST_PAGES = 40;

    /** One white point. */
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private final Surfer surfer;
    private final Map<String, String> answers;

    /** @param answers by a part of the label; everything else is answered by its kind */
    FormFiller(Surfer surfer, Map<String, String> answers) {
        this.surfer = surfer;
        this.answers = answers;
    }

    /** From anywhere in the draft to the page that sums it up. */
    void fillIn() {
        String draft = MainJob.draft(surfer);
        for (int pages = 0; !surfer.path().endsWith("/check"); pages++) {
            assertThat(pages).as("pages, now at %s", surfer.path()).isLessThan(MOST_PAGES);
            assertThat(surfer.find(".errors").count())
                    .as("errors on %s: %s", surfer.path(), surfer.text())
                    .isZero();
            if (surfer.path().contains("/situations") || surfer.path().contains("/questions/")) {
                answer();
            } else if (surfer.path().contains("/materials/")) {
                handIn();
            } else {
                next(draft);
            }
        }
    }

    private void next(String draft) {
        Locator open = surfer.find(".tasks li:has(.tag:not(.ok)) a");
        if (open.count() > 0) {
            surfer.click(".tasks li:has(.tag:not(.ok)) a");
        } else {
            surfer.click("a[href='" + draft + "/check']");
        }
    }

    private void answer() {
        for (Locator group : surfer.find("main fieldset.field").all()) {
            if (group.locator("input[type=radio]").count() > 0
                    && group.locator("input:checked").count() == 0) {
                group.locator("input[type=radio]").first().check();
            }
        }
        for (Locator field : surfer.find("main .field:has(> label)").all()) {
            Locator input = field.locator("input:not([type=hidden], [type=checkbox]), textarea, select")
                    .first();
            if ("file".equals(input.getAttribute("type"))) {
                if (field.locator("input[type=checkbox]").count() == 0) {
                    input.setInputFiles(new FilePayload("照片.png", "image/png", PHOTO));
                }
            } else if (field.locator("select").count() > 0) {
                if (input.inputValue().isBlank()) {
                    input.selectOption(new SelectOption().setIndex(2));
                }
            } else if (input.inputValue().isBlank()) {
                input.fill(answerTo(field.locator("label").innerText()));
            }
        }
        surfer.click("main form button.button:not(.quiet)");
    }

    private void handIn() {
        if (surfer.find("input[type=file]").count() > 0
                && surfer.find("form[action$='/remove']").count() == 0) {
            surfer.find("input[type=file]").first().setInputFiles(new FilePayload("照片.png", "image/png", PHOTO));
            surfer.click("form[enctype] button");
        } else {
            surfer.click("main p.row a.button");
        }
    }

    private String answerTo(String label) {
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            if (label.contains(answer.getKey())) {
                return answer.getValue();
            }
        }
        if (label.contains("电话") || label.contains("手机")) {
            return "13905090001";
        }
        if (label.contains("址") || label.contains("住所")) {
            return "云溪市望溪区青石路 8 号";
        }
        if (label.matches("(?s).*(哪天起|离职|出生|退休|作出).*")) {
            return "2025-05-08";
        }
        if (label.contains("日期") || label.contains("哪天")) {
            return "2026-05-08";
        }
        if (label.contains("身份号码")) {
            return "11010519491231002X";
        }
        if (label.contains("卡号") || label.contains("账号")) {
            return "6217000010012345678";
        }
        if (label.contains("拼音")) {
            return "LIN XIAOMAN";
        }
        return label.matches("(?s).*(面积|人数|资本|数额|出资额|收入|距离|米).*") ? "60" : "清溪";
    }
}
