package org.zhengtong.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses citizens open.
 *
 * @param items pages of items
 * @param searches searches with results, each with other words
 */
record Visits(List<String> items, List<String> searches) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SAID = List.of(
            "我想开个小饭馆",
            "孩子要上小学怎么报名",
            "身份证丢了补办",
            "给新生儿上户口",
            "老人的高龄补贴",
            "公积金怎么取出来",
            "办理营业执照",
            "驾照到期换证",
            "要结婚登记",
            "申请低保",
            "住院报销",
            "失业了能领多少钱",
            "外地人办居住证",
            "房子过户",
            "残疾证怎么办",
            "开药店需要什么",
            "招聘会摆摊",
            "建房审批",
            "退休手续",
            "shenfenzheng",
            "yyzz",
            "食品经营",
            "社保卡挂失",
            "装修占道");

    static Visits of(Caller caller) throws IOException {
        List<String> items = new ArrayList<>();
        for (String said : SAID) {
            JsonNode found = JSON.readTree(
                    caller.get("/api/v1/items?limit=10&q=" + encoded(said)).body());
            found.path("items").forEach(item -> {
                String path = "/items/" + item.path("code").asString();
                if (!items.contains(path)) {
                    items.add(path);
                }
            });
        }
        items.removeIf(path -> !isPage(caller, path));
        if (items.isEmpty()) {
            throw new IllegalStateException("no item is found");
        }
        return new Visits(
                List.copyOf(items),
                SAID.stream().map(said -> "/search?q=" + encoded(said)).toList());
    }

    private static boolean isPage(Caller caller, String path) {
        try {
            return caller.get(path).status() == 200;
        } catch (IOException e) {
            throw new IllegalStateException(path + " was not answered", e);
        }
    }

    List<String> all() {
        return Stream.of(List.of("/", "/items", "/halls"), items, searches)
                .flatMap(List::stream)
                .toList();
    }

    void go(Caller caller, String path) throws IOException {
        int status = caller.get(path).status();
        if (status != 200) {
            throw new IllegalStateException(path + " was answered " + status);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
