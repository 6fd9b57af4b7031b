comment on column "window".visit.typed is 'sealed as window.visit.typed:{id}';
