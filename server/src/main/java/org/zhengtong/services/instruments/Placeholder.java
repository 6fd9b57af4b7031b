package org.zhengtong.services.instruments;

import java.util.Arrays;
import java.util.Optional;

/** What a wording can have filled in, by the name it has between braces. */
public enum Placeholder {
    APPLICANT("申请人"),
    ITEM("事项名称"),
    RECEIPT_NUMBER("收件编号"),
    FILED_ON("申请日期"),
    BODY("行政机关"),
    STATUTORY_DAYS("法定期限"),
    PROMISED_DAYS("承诺期限"),
    /** The last day for the answer whether the filing is accepted. */
    ANSWER_BY("答复期限"),
    HANDED_IN("收到材料", true),
    ACCEPTED_ON("受理日期"),
    CORRECTION_UNTIL("补正期限"),
    FINDINGS("补正内容", true),
    REASON("理由"),
    /** Why a filing is not accepted, as the law names it. */
    GROUND("不予受理依据"),
    COMPETENT_BODY("主管机关"),
    REMEDIES("救济途径"),
    /** Where a transferred case goes on, and as what. */
    SUCCESSOR_BODY("接收机关"),
    SUCCESSOR_NUMBER("新收件编号"),
    PROCEDURE("特别程序"),
    PROCEDURE_FROM("程序开始日期"),
    PROCEDURE_DAYS("程序所需时间"),
    EXTENSION_DAYS("延长期限"),
    DEFERRED("容缺材料", true),
    /** What the decider added to a grant. */
    WORDS("说明"),
    DELIVERED("送达文书", true),
    DELIVERED_ON("送达日期"),
    /** Who took it at the window. */
    COLLECTED_BY("领取人");

    private final String word;
    private final boolean list;

    Placeholder(String word) {
        this(word, false);
    }

    Placeholder(String word, boolean list) {
        this.word = word;
        this.list = list;
    }

    public String word() {
        return word;
    }

    /** Whether it becomes several points and so stands on a line of its own. */
    public boolean isList() {
        return list;
    }

    public static Optional<Placeholder> named(String word) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.word.equals(word))
                .findFirst();
    }
}
