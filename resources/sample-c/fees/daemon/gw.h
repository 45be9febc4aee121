#ifndef GW_H
#define GW_H
typedef struct gw_msg {
    char type[8];
    char body[512];
} GW_MSG;

typedef int (*gw_handler)(GW_MSG *msg);

struct gw_entry {
    const char *type;
    gw_handler handle;
};

extern struct gw_entry gw_table[];
#endif
