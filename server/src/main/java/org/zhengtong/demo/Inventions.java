package org.zhengtong.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.PlacedAddress;

/**
 * Names, numbers and addresses of nobody. Identity numbers and codes carry a division of the invented city, telephone
 * numbers a range given to no carrier (154), so that none can belong to anybody; check digits are right. The same
 * random generator gives the same city.
 */
final class Inventions {
    private static final String SURNAMES = "王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢";
    private static final String GIVEN_WOMAN = "芳娜敏静秀英丽娟艳霞玲桂兰洁梅雪琳晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑";
    private static final String GIVEN_MAN = "伟强磊洋勇军杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢佳阳建亮成海峰琪文昊博涵磊信永子文才朗";
    private static final List<String> DISTRICTS = List.of("339902", "339903", "339904", "339921", "339922");
    private static final Map<String, String> PLACES = Map.of(
            "339902", "云锦区",
            "339903", "青禾区",
            "339904", "望溪区",
            "339921", "竹岭县",
            "339922", "柳岸县");
    private static final List<String> STREETS =
            List.of("青石路", "和顺路", "惠民路", "书院路", "长宁路", "通达路", "望江街", "柳堤街", "桂花巷", "石桥街", "新安路", "春晖路");
    private static final List<String> TRADES =
            List.of("餐饮", "商贸", "建筑", "科技", "物流", "家政", "文化传播", "食品", "装饰", "农业", "机电", "服饰");
    private static final List<String> BRANDS =
            List.of("禾木", "云舟", "晴川", "知味", "百川", "望山", "青橙", "海棠", "小满", "松间", "鹿鸣", "白露", "同和", "汇丰源", "启明", "安居");
    private static final int LAST_SERIAL = 999;

    private final RandomGenerator random;
    private final Map<String, Integer> serials = new HashMap<>();
    private int phones;
    private int codes;

    Inventions(RandomGenerator random) {
        this.random = random;
    }

    String name(boolean woman) {
        String given = woman ? GIVEN_WOMAN : GIVEN_MAN;
        StringBuilder name = new StringBuilder().append(letter(SURNAMES)).append(letter(given));
        if (random.nextInt(10) < 7) {
            name.append(letter(given));
        }
        return name.toString();
    }

    /** Of age, up to 88 years old. */
    LocalDate birthDate(LocalDate today) {
        return today.minusYears(18 + random.nextInt(70)).minusDays(1 + random.nextInt(365));
    }

    /** The 17th digit is odd for men (GB 11643). */
    IdentityNumber number(LocalDate born, boolean woman) {
        String start = pick(DISTRICTS) + DateTimeFormatter.BASIC_ISO_DATE.format(born);
        int serial = serials.merge(start + woman, 2, Integer::sum) - (woman ? 0 : 1);
        if (serial > LAST_SERIAL) {
            throw new IllegalStateException("too many people born on " + born);
        }
        String first17 = start + "%03d".formatted(serial);
        return new IdentityNumber(first17 + IdentityNumber.check(first17));
    }

    String phone() {
        return "154%08d".formatted(5_090_000 + ++phones);
    }

    Uscc code() {
        String first17 = "91" + pick(DISTRICTS) + "MA%07d".formatted(1_000_000 + ++codes);
        return new Uscc(first17 + Uscc.check(first17));
    }

    String address() {
        return "云溪市" + PLACES.get(pick(DISTRICTS)) + pick(STREETS) + " " + random.nextInt(1, 260) + " 号 "
                + random.nextInt(1, 19) + " 幢 " + random.nextInt(101, 1805) + " 室";
    }

    PlacedAddress placedAddress() {
        return new PlacedAddress(
                pick(DISTRICTS), pick(STREETS) + " " + random.nextInt(1, 260) + " 号 " + random.nextInt(1, 19) + " 幢");
    }

    String firm() {
        return "云溪市" + brand() + pick(TRADES) + "有限公司";
    }

    String brand() {
        return pick(BRANDS) + letter("里坊园记居谷汇泽源和");
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From {@code least} up to and including {@code most}. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private char letter(String of) {
        return of.charAt(random.nextInt(of.length()));
    }
}
