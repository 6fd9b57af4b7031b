package org.zhengtong.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.Tickets;
import org.zhengtong.services.queue.Windows;

/**
 * A simulated day in halls, on the program itself: people come all day and more of them in the morning, matters take a
 * lognormal time, some who are called do not come, every window pauses once.
 */
final class HallsOfADay {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final String QUICK = "quick";
    private static final String SLOW = "slow";
    private static final int WINDOWS = 5;
    private static final double STAYS_AWAY = 0.03;
    private static final double GOES_FIRST = 0.1;
    private static final double SPREAD = 0.5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final SteppedClock clock;
    private final Tickets tickets;
    private final Windows windows;
    private final Boards boards;
    private final ApplicationContext program;
    private final Random random;
    private final PriorityQueue<Happening> happenings =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingInt(Happening::order));
    private final List<Told> told = new ArrayList<>();
    private int order;
    private int clerks;

    HallsOfADay(ApplicationContext program, long seed) {
        this.program = program;
        this.clock = program.getBean(SteppedClock.class);
        this.tickets = program.getBean(Tickets.class);
        this.windows = program.getBean(Windows.class);
        this.boards = program.getBean(Boards.class);
        this.random = new Random(seed);
    }

    private record Happening(Instant at, int order, Runnable what) {}

    /** @param plain minutes by the plain rule: those before, times eight minutes, by the windows */
    private record Told(UUID ticket, double plain) {}

    private final class Window {
        private final StaffMember clerk;
        private final Set<String> groups;
        private boolean idle = true;
        private boolean pauses;
        private Instant pausesAt;

        Window(StaffMember clerk, Set<String> groups, Instant pausesAt) {
            this.clerk = clerk;
            this.groups = groups;
            this.pausesAt = pausesAt;
        }

        void next() {
            if (pauses) {
                return;
            }
            Optional<Ticket> called = windows.next(clerk);
            idle = called.isEmpty();
            called.ifPresent(this::serve);
            if (idle && !clock.instant().isBefore(pausesAt)) {
                pause();
            }
        }

        private void serve(Ticket ticket) {
            if (random.nextDouble() < STAYS_AWAY) {
                after(PATIENCE, () -> {
                    windows.skip(clerk);
                    next();
                });
                return;
            }
            windows.start(clerk);
            after(duration(ticket.group()), () -> {
                if (clock.instant().isBefore(pausesAt)) {
                    next();
                } else {
                    windows.done(clerk);
                    pause();
                }
            });
        }

        private void pause() {
            pauses = true;
            idle = false;
            pausesAt = Instant.MAX;
            windows.pause(clerk);
            after(PAUSE, () -> {
                windows.resume(clerk);
                pauses = false;
                next();
            });
        }

        void wake(String group) {
            if (idle && groups.contains(group)) {
                next();
            }
        }
    }

    private Duration duration(String group) {
        double mean = group.equals(QUICK) ? 6 : 11;
        double sigma = Math.sqrt(Math.log(1 + SPREAD * SPREAD));
        double minutes = Math.exp(Math.log(mean) - sigma * sigma / 2 + sigma * random.nextGaussian());
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private void after(Duration time, Runnable what) {
        happenings.add(new Happening(clock.instant().plus(time), order++, what));
    }

    private static Instant at(LocalTime time) {
        return DAY.atTime(time).atZone(Page.ZONE).toInstant();
    }

    /** @return for each who was called: shares by which the announced and the plain wait were off */
    List<double[]> play(int hallCount, int ticketCount) {
        clock.set(at(OPENS));
        ServiceItem item = program.getBean(Catalogue.class).items().getFirst();
        for (int number = 0; number < hallCount; number++) {
            Hall hall = hall(number, item);
            List<Window> staffed = staffed(hall, item);
            for (int one = 0; one < ticketCount / hallCount; one++) {
                Instant comes = comes();
                happenings.add(new Happening(comes, order++, () -> arrive(hall, staffed)));
            }
        }
        for (Happening next = happenings.poll(); next != null; next = happenings.poll()) {
            clock.set(next.at());
            next.what().run();
        }
        return told.stream().flatMap(one -> errors(one).stream()).toList();
    }

    /** Two of three come in the morning. */
    private Instant comes() {
        long span = Duration.between(OPENS, CLOSES).toSeconds()
                - Duration.ofMinutes(30).toSeconds();
        double share = random.nextDouble();
        return at(OPENS).plusSeconds(Math.round(span * Math.pow(share, 1.5)));
    }

    private void arrive(Hall hall, List<Window> staffed) {
        String group = random.nextDouble() < 0.6 ? QUICK : SLOW;
        Priority priority = random.nextDouble() < GOES_FIRST ? Priority.ELDER : Priority.NONE;
        var line = boards.board(hall.id()).orElseThrow().lines().stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow();
        double plain = 8.0 * line.waiting() / Math.max(1, line.windows());
        Tickets.Wish wish = new Tickets.Wish(hall.id(), group, Optional.empty(), priority, 1);
        if (tickets.take(wish, Optional.empty(), Origin.KIOSK, "kiosk:" + hall.id())
                instanceof Tickets.Answer.Given(List<Ticket> given)) {
            told.add(new Told(given.getFirst().id(), plain));
            staffed.forEach(window -> window.wake(group));
        }
    }

    private List<double[]> errors(Told one) {
        Ticket ticket = tickets.find(one.ticket()).orElseThrow();
        if (ticket.calledAt().isEmpty() || ticket.told().isEmpty()) {
            return List.of();
        }
        double waited = ticket.waited(clock.instant()).toSeconds() / 60.0;
        double announced = ticket.told().get().middle().toSeconds() / 60.0;
        double whole = Math.max(1, waited);
        return List.of(new double[] {Math.abs(announced - waited) / whole, Math.abs(one.plain() - waited) / whole});
    }

    private Hall hall(int number, ServiceItem item) {
        Hall hall = new Hall(
                "bench-" + number,
                "第 " + number + " 大厅",
                "339902",
                "云溪市",
                "周一至周五",
                "0509-8800009",
                "步行",
                List.of(),
                List.of(item.bodyUscc()));
        program.getBean(Halls.class).put(hall);
        Map<BookingChannel, Integer> seats = new EnumMap<>(Map.of(BookingChannel.PORTAL, 1));
        program.getBean(HallPlans.class)
                .put(new HallPlan(
                        hall.id(),
                        List.of(new HallPlan.Area("a", "A 区")),
                        IntStream.rangeClosed(1, WINDOWS)
                                .mapToObj(window -> new HallPlan.Window(window, "a"))
                                .toList(),
                        List.of(
                                new HallPlan.Group(
                                        QUICK, "", "快办", List.of(item.bodyUscc()), List.of(), List.of(1, 2, 3), seats),
                                new HallPlan.Group(
                                        SLOW,
                                        "",
                                        "综合",
                                        List.of(),
                                        List.of(item.code().value()),
                                        List.of(3, 4, 5),
                                        seats)),
                        Map.of(DayOfWeek.MONDAY, List.of(new HallPlan.Opening(OPENS, CLOSES))),
                        List.of(),
                        HallPlan.Rules.USUAL));
        return hall;
    }

    private List<Window> staffed(Hall hall, ServiceItem item) {
        List<Window> staffed = new ArrayList<>();
        for (int window = 1; window <= WINDOWS; window++) {
            StaffMember clerk = clerk(item);
            windows.open(clerk, hall.id(), window);
            Set<String> groups = new HashSet<>();
            if (window <= 3) {
                groups.add(QUICK);
            }
            if (window >= 3) {
                groups.add(SLOW);
            }
            staffed.add(new Window(clerk, groups, at(LocalTime.of(11, 0)).plusSeconds(random.nextInt(3 * 3600))));
        }
        return staffed;
    }

    private StaffMember clerk(ServiceItem item) {
        String first17 = "11010519800517%03d".formatted(clerks++);
        Organisation organisation = program.getBean(Organisation.class);
        PersonId person = program.getBean(Identity.class)
                .add(new NewPerson(
                        "周文",
                        new IdentityNumber(first17 + IdentityNumber.check(first17)),
                        "1991000%04d".formatted(clerks),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true));
        organisation.appoint(person, new Uscc(item.bodyUscc()), "窗口", Set.of(Role.ACCEPTANCE));
        return organisation.staff(person).orElseThrow();
    }
}
