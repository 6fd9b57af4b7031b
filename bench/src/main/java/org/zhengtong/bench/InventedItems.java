package org.zhengtong.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.zhengtong.people.identity.Uscc;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ten thousand entries made from the real list: every base item, the real ones and invented ones of the same shape, for
 * the city's body and three districts. Invented items have names and everyday words of their own; their forms, materials
 * and guides are those of real ones.
 */
final class InventedItems {
    static final long SEED = 20261125;
    private static final int BASE_ITEMS = 2500;
    private static final String CITY = "云溪市";
    private static final List<String> DISTRICTS = List.of("青石县", "白鹭区", "临湖区");
    private static final List<String> WHERE = List.of(
            "山区", "湖区", "临街", "地下", "高空", "林下", "冷链", "夜间", "水上", "移动", "共享", "智能", "古镇", "沿江", "园区", "港口", "边贸", "风电",
            "光伏", "氢能", "海绵", "湿地", "沙地", "高原", "梯田");
    private static final List<String> WHAT = List.of(
            "茶园", "竹材堆场", "花卉基地", "菌菇棚", "蜂场", "渔排", "码头泊位", "观景台", "索道", "滑雪场", "攀岩馆", "热气球", "温室", "苗圃", "盐井", "石料场",
            "砖窑", "充电桩", "测速仪");
    private static final List<String> DONE = List.of("开设备案", "规模核定", "年度核验", "等级评定", "名录登记");
    private static final List<List<String>> SAID = List.of(
            List.of("想弄个%s", "搞%s先找谁", "%s开起来要报什么", "%s从零开始怎么弄", "新开%s报备"),
            List.of("%s想扩大", "%s面积改了找谁认", "%s加几倍怎么报", "%s规模谁来定", "%s缩小了要不要说"),
            List.of("%s一年一查", "%s年检", "%s今年的检查怎么约", "%s每年都要看一次吗", "%s核验过期了"),
            List.of("%s评星级", "%s几级怎么评", "%s想升一级", "%s评等级要过哪几关", "%s的等级牌子"),
            List.of("%s进名单", "%s上名录", "%s怎么才算登了记", "%s在不在册", "%s名单里查不到"));

    private final JsonMapper json = new JsonMapper();
    private final List<ObjectNode> real;
    private final Random random = new Random(SEED);

    /** @param real the documents of real entries */
    InventedItems(List<String> real) {
        this.real = real.stream()
                .map(document -> (ObjectNode) json.readTree(document))
                .toList();
    }

    /** The entries there are besides the real ones of the city. */
    List<ObjectNode> entries() {
        List<ObjectNode> bases = new ArrayList<>(real);
        List<String> objects = new ArrayList<>();
        for (String where : WHERE) {
            WHAT.forEach(what -> objects.add(where + what));
        }
        Collections.shuffle(objects, random);
        List<ObjectNode> invented = new ArrayList<>();
        for (String object : objects) {
            for (int done = 0; done < DONE.size() && bases.size() + invented.size() < BASE_ITEMS; done++) {
                invented.add(invented(object, done, invented.size()));
            }
        }
        bases.addAll(invented);
        return Stream.concat(
                        invented.stream(),
                        bases.stream().flatMap(base -> DISTRICTS.stream().map(district -> ofDistrict(base, district))))
                .toList();
    }

    private ObjectNode invented(String object, int done, int number) {
        ObjectNode like = real.get(random.nextInt(real.size()));
        String name = object + DONE.get(done);
        ObjectNode item = (ObjectNode) json.readTree(
                json.writeValueAsString(like).replace(like.path("name").asString(), name));
        String base = "9901%05d000".formatted(number);
        item.put("baseCode", base);
        item.put("code", item.path("bodyUscc").asString() + "3" + base);
        item.put("name", name);
        item.put("summary", "在%s范围内办理%s，由主管部门核对后%s。".formatted(CITY, object, DONE.get(done)));
        ArrayNode words = item.putArray("everydayWords");
        SAID.get(done).forEach(said -> words.add(said.formatted(object)));
        return item;
    }

    private ObjectNode ofDistrict(ObjectNode base, String district) {
        String body = base.path("bodyName").asString();
        String name = body.contains(CITY) ? body.replace(CITY, district) : district + body;
        ObjectNode item =
                (ObjectNode) json.readTree(json.writeValueAsString(base).replace(body, name));
        String first17 = "1133990%d%s"
                .formatted(1 + DISTRICTS.indexOf(district), uscc(base).substring(8, 17));
        String uscc = first17 + Uscc.check(first17);
        item.put("bodyUscc", uscc);
        item.put("bodyName", name);
        item.put("level", 4);
        item.put("code", uscc + "4" + base.path("baseCode").asString());
        item.put("address", district + "人民路 " + (1 + random.nextInt(300)) + " 号");
        return item;
    }

    private static String uscc(ObjectNode item) {
        return item.path("bodyUscc").asString();
    }
}
