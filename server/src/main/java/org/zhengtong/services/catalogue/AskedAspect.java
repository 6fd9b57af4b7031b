package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question taken apart.
 *
 * @param aspect what it asks about an item
 * @param item the words that say which item; never empty
 */
public record AskedAspect(Aspect aspect, String item) {
    private static final Pattern AROUND =
            Pattern.compile("请问|我想知道|想问一下|问一下|都|还|一共|总共|大概|一般|到底|[的了吗呢呀啊吧,，。？?！!、：:\\s]+$|^[\\s,，。？?]+");
    private static final Pattern NOTHING_SAID = Pattern.compile("[办理申请要我你需得去个这那事证件材料手续东西\\s]*");
    private static final Map<Aspect, Pattern> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put(
                Aspect.VISITS,
                Pattern.compile(
                        "(要|需要|得|必须)?(去|跑|到)(现场|大厅|窗口)?(几|多少)(趟|次|回)|(要不要|用不用|需不需要|是不是要|必须)(本人|亲自)?(去|到|跑)(现场|大厅|窗口|一趟)?"
                                + "|(要|需要)(本人|亲自)(去|到场)|(要|需要)(去|跑|到)现场"));
        ASKED.put(
                Aspect.TIME,
                Pattern.compile("(要|需要|得)?(等|花)?(多久|多长时间|几天|多少天|几个工作日|多少个工作日)(能|可以|才能)?(办好|办完|办下来|下来|拿到|出来|批下来|办结)?"
                        + "|(什么时候|啥时候)(能|可以|才能)(办好|办完|办下来|下来|拿到|出来|批下来)|(办理|承诺|法定|审批)?时限(是多少|多少)?|办理时间(是?多久|要?多长)?"));
        ASKED.put(
                Aspect.FEE,
                Pattern.compile("(要|需要|得|收)?(交|花)?(多少|几块|几百)(钱|元|费用|费)|(要不要|用不用|是不是要)(交|花|收)?(钱|费)"
                        + "|(要|需要)?(收费|交钱|花钱|交费)(标准|多少)?|免费|(手续费|工本费|费用|收费标准)(是?多少)?"));
        ASKED.put(
                Aspect.PLACE,
                Pattern.compile("(要|该|应该)?(在|去|到|上)(哪里|哪儿|哪个地方|什么地方|哪个部门|哪个窗口|哪个大厅|哪)(去|能|可以)?(办理|办|申请|领|交)?"
                        + "|(咨询|联系|办事)?(电话|地址)(号码)?(是?多少|在哪里?|是什么)?|几点(上班|下班|开门|关门)|(上班|办公|开放|营业)时间"));
        ASKED.put(
                Aspect.MATERIALS,
                Pattern.compile("(都|还)?(要|需要|得|该|应该)?(带|准备|提供|交|提交|拿|备)(些|齐)?(什么|啥|哪些|哪几样|几样)(东西|材料|资料|证件|证明|手续)?"
                        + "|(都|还)?(要|需要|得)(些)?(什么|啥|哪些)(样的)?(材料|资料|证件|证明|东西|文件)|(所需|需要的?|申请|办理)?(材料|资料)(清单|有哪些|是什么|要哪些)?$"
                        + "|(要|需要)(什么|啥|哪些)$"));
    }

    /** @return nothing for a question about no aspect, or about no item */
    public static Optional<AskedAspect> in(String question) {
        String asked = AROUND.matcher(question).replaceAll("");
        for (Map.Entry<Aspect, Pattern> aspect : ASKED.entrySet()) {
            Matcher matcher = aspect.getValue().matcher(asked);
            if (matcher.find()) {
                String item = AROUND.matcher(asked.substring(0, matcher.start()) + asked.substring(matcher.end()))
                        .replaceAll("")
                        .strip();
                return NOTHING_SAID.matcher(item).matches()
                        ? Optional.empty()
                        : Optional.of(new AskedAspect(aspect.getKey(), item));
            }
        }
        return Optional.empty();
    }
}
