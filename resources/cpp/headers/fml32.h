#ifndef NARU_FML32_H
#define NARU_FML32_H
#ifdef __cplusplus
extern "C" {
#endif
typedef int FLDID32;
typedef int FLDOCC32;
typedef int FLDLEN32;
typedef struct Fbfr32 FBFR32;
extern int Ferror32;
int Fget32(FBFR32* buffer, FLDID32 field, FLDOCC32 occurrence, char* value, FLDLEN32* length);
int Fchg32(FBFR32* buffer, FLDID32 field, FLDOCC32 occurrence, char* value, FLDLEN32 length);
int Fadd32(FBFR32* buffer, FLDID32 field, char* value, FLDLEN32 length);
FLDOCC32 Foccur32(FBFR32* buffer, FLDID32 field);
int Finit32(FBFR32* buffer, FLDLEN32 length);
char* Fstrerror32(int error);
#ifdef __cplusplus
}
#endif
#endif
