package org.zhengtong.services.licences.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SealImage;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongFields;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.internal.LicencePaperTest;
import org.zhengtong.services.licences.internal.RoomAlone;
import org.zhengtong.testing.TestClock;

class LicencePagesTest {
    private static final String PERSON = "Test-Person";

    private static AnnotationConfigApplicationContext room;
    private static Licences licences;
    private static RoomAlone.Ground ground;
    private static MockMvc web;

    @BeforeAll
    static void open() {
        room = RoomAlone.open();
        licences = room.getBean(Licences.class);
        ground = room.getBean(RoomAlone.Ground.class);
        MessageSource messages = LicencePaperTest.messages();
        TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
        LicenceImages images =
                new LicenceImages(new SealImage(), messages, new WebSettings(URI.create("http://localhost:8080")));
        LicenceReaders readers = new LicenceReaders(nobody(Identity.class), nobody(Organisation.class), messages);
        VerificationLimit limit = new VerificationLimit();
        LicenceCopies copies = nobody(LicenceCopies.class, List.of());
        JteViewResolver views = new JteViewResolver(templates, new JteProperties());
        web = MockMvcBuilders.standaloneSetup(
                        new LicencePages(
                                licences,
                                copies,
                                images,
                                nothing(),
                                readers,
                                new Renewals(nobody(Catalogue.class, List.of()), room.getBean(TestClock.class)),
                                room.getBean(TestClock.class)),
                        new VerifyPages(licences, copies, limit),
                        new LicenceApi(licences, copies, nothing(), images, new WrongFields(messages), limit))
                .setCustomArgumentResolvers(new HeaderSignIn())
                .setControllerAdvice(new Shell(messages))
                .setViewResolvers(views)
                .build();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void the_wallet_shows_the_persons_own_and_their_firms_licences_in_both_languages() throws Exception {
        PersonId me = new PersonId(ground.identifiers.next());
        Licence own = issue("结婚证", new Party.Person(me), "李小明", Map.of("持证人", "李小明"));
        Licence firm = firmLicence(me);

        for (String language : List.of("zh-CN", "en")) {
            String page = page("/my/licences", me, language);

            assertThat(page)
                    .contains("结婚证", "食品经营许可证", own.number(), firm.number())
                    .contains("/my/licences/" + own.id())
                    .doesNotContain("??");
            assertThat(page.split("<h1", -1)).hasSize(2);
        }
    }

    @Test
    void an_empty_wallet_says_what_to_do() throws Exception {
        assertThat(page("/my/licences", new PersonId(ground.identifiers.next()), "zh-CN"))
                .contains("还没有电子证照")
                .contains("href=\"/items\"");
    }

    @Test
    void a_licence_looks_like_one_and_tells_who_has_read_it() throws Exception {
        PersonId me = new PersonId(ground.identifiers.next());
        Licence licence = firmLicence(me);
        licences.use(licence.holder(), licence.type(), "person:" + me.value(), "办理户外广告设置许可");

        for (String language : List.of("zh-CN", "en")) {
            assertThat(page("/my/licences/" + licence.id(), me, language))
                    .contains(licence.number(), licence.identifier(), "热食类食品制售", "云溪市市场监督管理局", "办理户外广告设置许可")
                    .contains("code.svg", "seal.svg")
                    .doesNotContain("??")
                    .doesNotContain("style=");
        }
    }

    @Test
    void each_state_has_its_word_on_the_page() throws Exception {
        PersonId me = new PersonId(ground.identifiers.next());
        for (LicenceState state : List.of(
                LicenceState.DETAINED,
                LicenceState.REVOKED,
                LicenceState.CANCELLED,
                LicenceState.TRANSFERRED,
                LicenceState.WITHDRAWN)) {
            Licence licence = firmLicence(me);
            licences.change(licence.id(), state, "system", "依法");

            for (String language : List.of("zh-CN", "en")) {
                assertThat(page("/my/licences/" + licence.id(), me, language)).doesNotContain("??");
                assertThat(page("/verify/" + licence.identifier(), null, language))
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void another_persons_licence_is_not_found_in_any_form() throws Exception {
        Licence licence = firmLicence(new PersonId(ground.identifiers.next()));
        PersonId stranger = new PersonId(ground.identifiers.next());

        for (String path : List.of(
                "/my/licences/%s",
                "/my/licences/%s/pdf",
                "/my/licences/%s/seal.svg",
                "/my/licences/%s/code.svg",
                "/my/licences/%s/code.png",
                "/api/v1/licences/%s",
                "/api/v1/licences/%s/pdf")) {
            assertThat(answer(path.formatted(licence.id()), stranger, "zh-CN").getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void anyone_sees_whether_a_licence_is_valid() throws Exception {
        Licence licence = firmLicence(new PersonId(ground.identifiers.next()));

        assertThat(page("/verify/" + licence.identifier(), null, "zh-CN"))
                .contains("证照有效", licence.number(), "云溪老李饭店")
                .doesNotContain("姓名部分隐藏");
        assertThat(page("/verify/" + licence.identifier(), null, "en")).contains("The licence is valid");
    }

    @Test
    void an_identifier_typed_with_spaces_leads_to_its_address() throws Exception {
        Licence licence = firmLicence(new PersonId(ground.identifiers.next()));

        MockHttpServletResponse answer = web.perform(get("/verify")
                        .param(
                                "identifier",
                                "  "
                                        + licence.identifier()
                                                .toLowerCase(Locale.ROOT)
                                                .replace(".", ". ")))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader(HttpHeaders.LOCATION)).isEqualTo("/verify/" + licence.identifier());
    }

    @Test
    void what_is_no_identifier_is_answered_with_an_error_at_the_field() throws Exception {
        for (String typed : List.of("", "  ", "abc", "<script>alert(1)</script>", "1.2.156.3005.2.X".repeat(100))) {
            String page = web.perform(
                            get("/verify").locale(Locale.SIMPLIFIED_CHINESE).param("identifier", typed))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();

            assertThat(page)
                    .as(typed)
                    .contains("<title>错误:")
                    .contains("href=\"#identifier\"", "aria-invalid=\"true\"")
                    .doesNotContain("<script>alert")
                    .doesNotContain("??");
        }
    }

    @Test
    void the_empty_form_has_no_error() throws Exception {
        assertThat(page("/verify", null, "zh-CN")).contains("<h1>证照核验</h1>").doesNotContain("class=\"errors\"");
    }

    @Test
    void the_programs_of_others_are_answered_too() throws Exception {
        PersonId me = new PersonId(ground.identifiers.next());
        Licence licence = firmLicence(me);

        assertThat(page("/api/v1/me/licences", me, "zh-CN")).contains(licence.identifier());
        assertThat(page("/api/v1/licences/" + licence.id(), me, "zh-CN")).contains("热食类食品制售");
        assertThat(page("/api/v1/verifications/" + licence.identifier(), null, "zh-CN"))
                .contains("\"valid\":true", "\"outcome\":\"VALID\"");
        assertThat(page("/api/v1/verifications/nothing", null, "zh-CN"))
                .contains("\"valid\":false", "\"outcome\":\"NO_IDENTIFIER\"");
    }

    private static Licence firmLicence(PersonId agent) {
        Party.Firm firm = new Party.Firm(new FirmId(ground.identifiers.next()));
        ground.agents.put(agent, List.of(firm));
        return issue("食品经营许可证", firm, "云溪老李饭店", Map.of("经营者名称", "云溪老李饭店", "主体业态", "餐饮服务经营者", "经营项目", "热食类食品制售"));
    }

    private static Licence issue(String type, Party holder, String name, Map<String, String> attributes) {
        Licence licence = room.getBean(TransactionTemplate.class)
                .execute(status -> licences.issue(new LicenceOrder(
                        type,
                        holder,
                        name,
                        "11339900990000025L",
                        "云溪市市场监督管理局",
                        LocalDate.of(2026, 3, 2),
                        Optional.empty(),
                        new TreeMap<>(attributes),
                        ground.identifiers.next())));
        assertThat(licence).isNotNull();
        return licence;
    }

    private static String page(String path, @Nullable PersonId who, String language) throws Exception {
        MockHttpServletResponse answer = answer(path, who, language);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletResponse answer(String path, @Nullable PersonId who, String language)
            throws Exception {
        var request = get(path).locale(Locale.forLanguageTag(language)).characterEncoding(StandardCharsets.UTF_8);
        return web.perform(who == null ? request : request.header(PERSON, who.value()))
                .andReturn()
                .getResponse();
    }

    private static <T> T nobody(Class<T> room) {
        return nobody(room, Optional.empty());
    }

    private static <T> T nobody(Class<T> room, Object answer) {
        return room.cast(Proxy.newProxyInstance(
                room.getClassLoader(), new Class<?>[] {room}, (proxy, method, arguments) -> answer));
    }

    private static LicenceFiles nothing() {
        return new LicenceFiles(
                _ -> {
                    throw new UnsupportedOperationException("prints are made in the house");
                },
                nobody(FileStore.class));
    }

    /** Signs in whom the header names. */
    private static final class HeaderSignIn implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(SignedIn.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            PersonId person = new PersonId(UUID.fromString(String.valueOf(request.getHeader(PERSON))));
            return new SignedIn(person.value(), person, "李小明", Optional.empty());
        }
    }

    /** The page and the answers to problems, as the shell gives them. */
    @ControllerAdvice
    static final class Shell {
        private final MessageSource messages;

        Shell(MessageSource messages) {
            this.messages = messages;
        }

        @ModelAttribute("page")
        Page page(Locale locale) {
            return new Page(
                    messages,
                    locale,
                    "/my",
                    "",
                    Optional.empty(),
                    "",
                    false,
                    "",
                    false,
                    SharedScreen.NONE,
                    TestClock.START);
        }

        @ExceptionHandler
        ResponseEntity<String> problem(Problem problem) {
            return ResponseEntity.status(problem.status()).body(problem.code());
        }
    }
}
