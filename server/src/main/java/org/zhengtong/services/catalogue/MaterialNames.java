package org.zhengtong.services.catalogue;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** When two materials are one under like names: 居民身份证, 身份证复印件 and 申请人身份证（原件） are the same paper. */
public final class MaterialNames {
    private static final Pattern REMARK = Pattern.compile("[(（【\\[][^)）】\\]]*[)）】\\]]");
    private static final Pattern SIGNS = Pattern.compile("[\\s《》“”\"'、，,。.·/:：;；-]");
    private static final Pattern HOLDER = Pattern.compile("^(申请人|本人|申请者|当事人|办理人)的?(?=..)");
    private static final Pattern COPY =
            Pattern.compile("((原件)?[及和与或]?(复印件|影印件|扫描件|电子件|电子版|照片件)|原件|正本|副本|正副本|[一二两壹]份)+$");
    private static final Map<String, String> SYNONYMS = synonyms();

    private MaterialNames() {}

    /** Two names of one material have one key. */
    public static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        plain = SIGNS.matcher(REMARK.matcher(plain).replaceAll("")).replaceAll("");
        plain = HOLDER.matcher(COPY.matcher(plain).replaceFirst("")).replaceFirst("");
        return SYNONYMS.getOrDefault(plain, plain);
    }

    private static Map<String, String> synonyms() {
        Map<String, String> synonyms = new LinkedHashMap<>();
        for (PipeTable.Row row :
                PipeTable.read("services/catalogue/material-synonyms.psv").rows()) {
            row.list("also").forEach(also -> synonyms.put(also, row.get("name")));
        }
        return Map.copyOf(synonyms);
    }
}
